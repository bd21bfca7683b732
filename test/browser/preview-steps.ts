import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import type { Portal } from './portal';

/** The frame of the built-in preview: its bar, its tools, its sentences. */
export function previewFrame(page: Page): FrameLocator {
  return page.frameLocator('.editor-frame iframe');
}

/** The sandbox in it, which shows the document. */
export function sandbox(page: Page): FrameLocator {
  return previewFrame(page).frameLocator('.preview-place iframe');
}

/** Opens a new document in its preview. @returns its id */
export async function openFile(
  page: Page,
  portal: Portal,
  owner: Actor,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const id = await portal.document(owner, name, bytes);
  await page.goto(`${portal.url}/view/${id}`);
  await expect(previewFrame(page).getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  return id;
}
