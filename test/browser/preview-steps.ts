import { expect, type FrameLocator, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Portal } from './portal';

/** The frame of the built-in preview: its bar, its tools, its sentences. */
export function previewFrame(page: Page): FrameLocator {
  return page.frameLocator('.editor-frame iframe');
}

/** The sandbox in it, which shows the document. */
export function sandbox(page: Page): FrameLocator {
  return previewFrame(page).frameLocator('.preview-place iframe');
}

/** Puts a file into My documents, over another one of this name. @returns its id */
export async function upload(page: Page, portal: Portal, name: string, data: Buffer): Promise<string> {
  const { url } = portal.server;
  const answer = await page.request.post(`${url}/api/upload?name=${encodeURIComponent(name)}&clash=replace`, {
    data,
    headers: { Origin: url },
  });
  expect(answer.status()).toBe(201);
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

/** Uploads a file and opens it. @returns its id */
export async function openFile(page: Page, portal: Portal, name: string, data: Buffer): Promise<string> {
  const id = await upload(page, portal, name, data);
  await page.goto(`${portal.server.url}/view/${id}`);
  await expect(previewFrame(page).getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  return id;
}

/** The document's bytes as the server has them now. */
export async function bytesOf(page: Page, portal: Portal, id: string): Promise<Buffer> {
  return (await page.request.get(`${portal.server.url}/api/documents/${id}/content`)).body();
}
