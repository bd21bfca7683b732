import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { usualLook } from './warm-window';

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** Axe sees each theme and each width once: colours do not depend on the width, nor boxes on the theme. */
const looks = [
  { as: 'light-wide', colorScheme: 'light', viewport: wide, axe: true },
  { as: 'light-phone', colorScheme: 'light', viewport: phone, axe: false },
  { as: 'dark-phone', colorScheme: 'dark', viewport: phone, axe: true },
  { as: 'dark-wide', colorScheme: 'dark', viewport: wide, axe: false },
] as const;

type Ask = (page: Page, colorScheme: 'light' | 'dark') => Promise<void>;

/** With LECTERN_LOOKS=1 pictures are kept in test-results/looks, and axe sees all of them. */
const keepsPictures = process.env.LECTERN_LOOKS === '1';

/** In both themes, wide and narrow: axe finds nothing in the page or in what else is given, and nothing is wider than the page. */
export async function look(
  page: Page,
  name: string,
  { fullPage = false, ask = (shown) => expectAccessible(shown) }: { fullPage?: boolean; ask?: Ask } = {},
): Promise<void> {
  for (const { as, colorScheme, viewport, axe } of looks) {
    if (!axe && !keepsPictures) continue;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    if (keepsPictures) {
      if (fullPage) await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: `test-results/looks/${name}-${as}.png`, fullPage });
    }
    await ask(page, colorScheme);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: usualLook.colorScheme, reducedMotion: null });
  await page.setViewportSize(usualLook.viewport);
}
