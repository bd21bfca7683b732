import { expect, type Page } from '@playwright/test';
import type { Portal } from './portal';

export const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';
export const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

export async function openSettings(portal: Portal, page: Page): Promise<void> {
  await page.goto(`${portal.url}/settings`);
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeEnabled();
  await expect(page.getByRole('button', { name: /^(Change password|Passwort ändern)$/ })).toBeEnabled();
}
