import { expect, test } from '@playwright/test';
import { faultyFiles } from '../preview-files/faulty-files';
import { makePng } from '../preview-files/make-png';
import { nothingConnected, Portal } from './portal';
import { bytesOf, openFile, previewFrame, sandbox, upload } from './preview-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
});
test.afterAll(() => portal?.stop());

for (const { name, title, bytes } of faultyFiles()) {
  test(`${name} leads to a sentence and a download: ${title}`, async ({ page }) => {
    const crashed: string[] = [];
    page.on('crash', () => crashed.push('the page'));
    await portal.shareSession(page);
    const id = await openFile(page, portal, name, bytes);
    const card = previewFrame(page).getByRole('alert');
    await expect(card.getByRole('heading', { name: title })).toBeVisible({ timeout: 30_000 });
    const download = page.waitForEvent('download');
    await card.getByRole('link', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe(name);
    expect(await bytesOf(page, portal, id)).toEqual(bytes);
    expect(crashed).toEqual([]);
    await previewFrame(page).getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'My documents' })).toBeVisible();
  });
}

test('a server that does not answer is a sentence, and Try again brings the document', async ({ page }) => {
  await portal.shareSession(page);
  const id = await upload(page, portal, 'Later.png', makePng(20, 20, [0, 120, 0]));
  await page.route('**/wopi/files/*/contents', (route) => route.abort());
  await page.goto(`${portal.server.url}/view/${id}`);
  const frame = previewFrame(page);
  await expect(frame.getByRole('heading', { name: 'The document could not be loaded' })).toBeVisible();
  await page.unroute('**/wopi/files/*/contents');
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(sandbox(page).getByRole('img', { name: 'Later.png' })).toBeVisible();
});

test('a document that was deleted meanwhile is a sentence', async ({ page }) => {
  await portal.shareSession(page);
  const id = await upload(page, portal, 'Gone.png', makePng(20, 20, [0, 120, 0]));
  await page.route('**/wopi/files/*', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${portal.server.url}/view/${id}`);
  await expect(previewFrame(page).getByRole('heading', { name: 'This document is not there' })).toBeVisible();
});

test('a renderer that hangs is taken away after half a minute, and the page goes on', async ({ page }) => {
  test.setTimeout(120_000);
  await portal.shareSession(page);
  await openFile(page, portal, 'Hang.png', makePng(20, 20, [0, 120, 0]));
  const frame = previewFrame(page);
  await expect(frame.getByRole('contentinfo')).toBeVisible();
  const inside = page.frames().find((each) => each.url().includes('/built-in/sandbox/'));
  // A document that keeps the renderer busy without end.
  await inside?.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  const card = frame.getByRole('alert');
  await expect(card.getByRole('heading', { name: 'This file takes too long' })).toBeVisible({ timeout: 60_000 });
  await expect(card.getByRole('link', { name: 'Download' })).toBeVisible();
  await expect(frame.locator('.preview-place iframe')).toHaveCount(0);
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect(sandbox(page).getByRole('img', { name: 'Hang.png' })).toBeVisible();
});
