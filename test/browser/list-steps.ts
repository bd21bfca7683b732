import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './portal';

export type NamedFile = { name: string; text?: string };

/** Chooses files with the Upload button; a question about names that are taken may follow. */
export async function chooseFiles(page: Page, files: readonly NamedFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  const payload = files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text ?? name) }));
  await (await chooser).setFiles(payload);
}

/** Uploads files and waits until each is in the list. */
export async function upload(page: Page, names: readonly string[]): Promise<void> {
  await chooseFiles(
    page,
    names.map((name) => ({ name })),
  );
  for (const name of names) await expect(item(page, name)).toBeVisible();
  await page.getByRole('button', { name: 'Close the list of uploads' }).click();
}

/** The link of a document or folder in the list. */
export function item(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('link', { name, exact: true });
}

/** The title of the page, which notices may repeat. */
export function title(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** Chooses an entry of an item's ⋯ menu. */
export async function choose(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  const wanted = page.getByRole('menuitem', { name: entry, exact: true });
  await wanted.click();
  // A click on a menu that is just opening may go into nothing; whoever sees it still open clicks again.
  await expect(async () => {
    const isOpen = await expect(wanted)
      .toBeHidden({ timeout: 2_000 })
      .then(() => false)
      .catch(() => true);
    if (isOpen) await wanted.click({ timeout: 1_000 });
    expect(isOpen).toBe(false);
  }).toPass();
}

export async function makeFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Folder', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(item(page, name)).toBeVisible();
}

/** What is in the list, from top to bottom. */
export async function namesIn(page: Page): Promise<string[]> {
  return page.locator('.document-name').allTextContents();
}

const looks = [
  { as: 'light-wide', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { as: 'dark-wide', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { as: 'light-phone', colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { as: 'dark-phone', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const;

/** Takes a picture in both themes, wide and narrow; axe finds nothing and nothing is wider than the page. */
export function look(page: Page, name: string): Promise<void> {
  return lookAt(page, name, false);
}

/** The same of the whole page, also of what is below the window. */
export function lookWhole(page: Page, name: string): Promise<void> {
  return lookAt(page, name, true);
}

async function lookAt(page: Page, name: string, fullPage: boolean): Promise<void> {
  for (const { as, colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    if (fullPage) await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: `test-results/looks/${name}-${as}.png`, fullPage });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
}
