import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Portal } from './portal';

/** Another browser of the same person, which calls itself what it is told to. */
export async function signInElsewhere(portal: Portal, from: BrowserContext, userAgent: string): Promise<Page> {
  const browser = from.browser();
  if (!browser) throw new Error('no browser');
  const page = await (await browser.newContext({ userAgent })).newPage();
  await portal.signInAnew(page);
  return page;
}

export const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';
export const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

export async function openSettings(portal: Portal, page: Page): Promise<void> {
  await page.goto(`${portal.server.url}/settings`);
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeEnabled();
  await expect(page.getByRole('button', { name: /^(Change password|Passwort ändern)$/ })).toBeEnabled();
}
