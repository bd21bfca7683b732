import type { Locator, Page } from '@playwright/test';

export type NamedFile = { name: string; text?: string };

/** Chooses files with the Upload button; a question about names that are taken may follow. */
export async function chooseFiles(page: Page, files: readonly NamedFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  const payload = files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text ?? name) }));
  await (await chooser).setFiles(payload);
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
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

export async function makeFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Folder', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
}

/** What is in the list, from top to bottom. */
export async function namesIn(page: Page): Promise<string[]> {
  return page.locator('.document-name').allTextContents();
}
