import { expect, test } from '@playwright/test';
import { faultyFiles } from '../preview-files/faulty-files';
import { makePng } from '../preview-files/make-png';
import { Portal } from './portal';
import { bytesOf, nothingConnected, openFile, previewFrame, sandbox, shareSession, upload } from './preview-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
});
test.afterAll(() => portal?.stop());

for (const { name, title, bytes } of faultyFiles()) {
  test(`${name} leads to a sentence and a download: ${title}`, async ({ page }) => {
    const crashed: string[] = [];
    page.on('crash', () => crashed.push('the page'));
    await shareSession(page, portal);
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
  await shareSession(page, portal);
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
  await shareSession(page, portal);
  const id = await upload(page, portal, 'Gone.png', makePng(20, 20, [0, 120, 0]));
  await page.route('**/wopi/files/*', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${portal.server.url}/view/${id}`);
  await expect(previewFrame(page).getByRole('heading', { name: 'This document is not there' })).toBeVisible();
});

test('a renderer that hangs is taken away, and the page goes on', async ({ page }) => {
  await shareSession(page, portal);
  // A sandbox whose script never speaks stands for one that a document keeps busy.
  await page.route('**/built-in/assets/sandbox-image.js', (route) => route.fulfill({ body: '' }));
  await page.clock.install();
  const id = await upload(page, portal, 'Hang.png', makePng(20, 20, [0, 120, 0]));
  await page.goto(`${portal.server.url}/view/${id}`);
  await expect(previewFrame(page).locator('.preview-place iframe')).toBeAttached();
  await page.clock.fastForward(31_000);
  await page.clock.runFor(35_000);
  const card = previewFrame(page).getByRole('alert');
  await expect(card.getByRole('heading', { name: 'This file takes too long' })).toBeVisible();
  await expect(card.getByRole('link', { name: 'Download' })).toBeVisible();
  await expect(previewFrame(page).locator('.preview-place iframe')).toHaveCount(0);
});
