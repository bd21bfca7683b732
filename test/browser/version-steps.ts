import { expect, type FrameLocator, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Portal } from './portal';

const made = z.object({ id: z.string() });

/** Uploads texts one over the other under one name: as many versions of one document. @returns its id */
export async function saveVersions(
  page: Page,
  portal: Portal,
  name: string,
  texts: readonly (string | Uint8Array)[],
  folder?: string,
): Promise<string> {
  const { url } = portal.server;
  const where = folder === undefined ? '' : `&folder=${folder}`;
  let id = '';
  for (const text of texts) {
    const address = `${url}/api/upload?name=${encodeURIComponent(name)}&clash=replace${where}`;
    const answer = await page.request.post(address, { data: Buffer.from(text), headers: { Origin: url } });
    expect(answer.status()).toBe(201);
    id = made.parse(await answer.json()).id;
  }
  return id;
}

export function editorOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

export function textOf(page: Page) {
  return editorOf(page).getByLabel('Text of the document');
}

/** Chooses a version in the panel. */
export async function chooseVersion(page: Page, number: number): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`\\bVersion ${number}\\b`) }).check({ force: true });
}

/** Opens the panel from inside the editor. */
export async function openVersions(page: Page): Promise<void> {
  await editorOf(page).getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('radio').first()).toBeAttached();
}
