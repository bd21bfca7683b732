import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import { chooseFiles, item, namesIn, title } from './list-steps';
import { look } from './look';
import { test } from './test';

let disk = '';
test.beforeAll(() => {
  disk = mkdtempSync(path.join(tmpdir(), 'lectern-drop-'));
});
test.afterAll(() => rmSync(disk, { recursive: true, force: true }));

const tray = (page: Page) => page.getByRole('region', { name: 'Uploads' });

/** Files and folders of this disk, dropped as a person drops them from the desktop. */
async function drop(page: Page, files: readonly string[], on: Locator, inBetween?: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = await on.boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await inBetween?.();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
}

/** Makes sending slow, in bytes a second; null for as fast as it goes. */
async function slowDown(page: Page, session: CDPSession | null, uploadThroughput: number): Promise<CDPSession> {
  const cdp = session ?? (await page.context().newCDPSession(page));
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
  return cdp;
}

/** What a document of the list holds. */
async function downloaded(page: Page, name: string): Promise<string> {
  const href = new URL((await item(page, name).getAttribute('href')) ?? '', page.url());
  const answer = await page.request.get(`${href.origin}/api/documents/${href.pathname.split('/').at(-1)}/content`);
  return answer.text();
}

test('files and a folder are dropped anywhere on the list, and on a folder’s row into that folder', async ({
  page,
  portal,
}) => {
  mkdirSync(path.join(disk, 'Trip', 'Empty'), { recursive: true });
  mkdirSync(path.join(disk, 'Trip', 'Photos'));
  writeFileSync(path.join(disk, 'Trip', 'Notes.txt'), 'notes');
  writeFileSync(path.join(disk, 'Trip', 'Photos', 'Sea.png'), 'sea');
  writeFileSync(path.join(disk, 'Loose.docx'), 'loose');
  await portal.open(page);
  const files = ['Trip', 'Loose.docx'].map((name) => path.join(disk, name));
  await drop(page, files, page.getByRole('main'), async () => {
    await expect(page.getByText('Drop files and folders to upload them')).toBeVisible();
    await look(page, 'drop');
  });
  await expect(tray(page).getByRole('status')).toHaveText('3 files uploaded');
  await expect.poll(() => namesIn(page)).toEqual(['Trip', 'Loose.docx']);
  await page.getByRole('button', { name: 'Close the list of uploads' }).click();
  await drop(page, [path.join(disk, 'Loose.docx')], item(page, 'Trip'));
  await expect(tray(page).getByRole('status')).toHaveText('1 file uploaded');
  await item(page, 'Trip').click();
  await expect(title(page, 'Trip')).toBeVisible();
  await expect.poll(() => namesIn(page)).toEqual(['Empty', 'Photos', 'Loose.docx', 'Notes.txt']);
  await item(page, 'Photos').click();
  await expect(item(page, 'Sea.png')).toBeVisible();
  expect(await downloaded(page, 'Sea.png')).toBe('sea');
});

test('the tray shows how far each file is; one is cancelled, the others go on, and it can be tried again', async ({
  page,
  portal,
}) => {
  await portal.open(page);
  const cdp = await slowDown(page, null, 40_000);
  const files = ['one.docx', 'two.docx', 'three.docx'].map((name) => ({ name, text: 'x'.repeat(4_000_000) }));
  await chooseFiles(page, files);
  const bar = tray(page).getByRole('progressbar', { name: 'Progress of one.docx' });
  await expect(tray(page).getByRole('status')).toHaveText('Uploading 1 of 3');
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await expect(tray(page).getByRole('listitem').filter({ hasText: 'three.docx' })).toContainText('Waiting');
  await look(page, 'uploading');
  await page.getByRole('button', { name: 'Cancel the upload of two.docx' }).click();
  await slowDown(page, cdp, -1);
  await expect(tray(page).getByRole('status')).toHaveText('2 files uploaded');
  await expect.poll(() => namesIn(page)).toEqual(['one.docx', 'three.docx']);
  await page.getByRole('button', { name: 'Try to upload two.docx again' }).click();
  await expect(item(page, 'two.docx')).toBeVisible();
  await expect(tray(page).getByRole('status')).toHaveText('3 files uploaded');
});

test('a connection that breaks is said at the file, with another try', async ({ page, portal }) => {
  await portal.open(page);
  await page.route('**/api/upload**', (route) => route.abort('connectionreset'));
  await chooseFiles(page, [{ name: 'Letter.docx', text: 'all of it' }]);
  await expect(tray(page)).toContainText('The connection broke. Try again.');
  await expect(tray(page).getByRole('status')).toHaveText('The upload failed');
  await look(page, 'upload-failed');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try to upload Letter.docx again' }).click();
  await expect(item(page, 'Letter.docx')).toBeVisible();
  expect(await downloaded(page, 'Letter.docx')).toBe('all of it');
});

test('two files of one upload whose names are one here are both kept', async ({ page, portal }) => {
  await portal.open(page);
  await chooseFiles(page, [
    { name: 'Plan.md', text: 'first' },
    { name: 'plan.md', text: 'second' },
    { name: 'a:b.txt', text: 'third' },
    { name: 'a*b.txt', text: 'fourth' },
  ]);
  for (const each of ['Plan.md', 'plan (1).md', 'a_b.txt', 'a_b (1).txt']) await expect(item(page, each)).toBeVisible();
});

test('a file of more than ten megabytes arrives whole', async ({ page, portal }) => {
  await portal.open(page);
  const file = path.join(disk, 'Large.txt');
  writeFileSync(file, 'Every line of it. '.repeat(700_000));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles(file);
  await expect(item(page, 'Large.txt')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('row', { name: /Large\.txt/ })).toContainText('13 MB');
  expect(await downloaded(page, 'Large.txt')).toHaveLength(18 * 700_000);
});

test('more files than go up at a time: a sentence says so, and nothing is begun', async ({ page, portal }) => {
  await portal.open(page);
  const many = path.join(disk, 'Many');
  mkdirSync(many);
  for (let n = 0; n <= 5_000; n += 1) writeFileSync(path.join(many, `${n}.txt`), '');
  await drop(page, [many], page.getByRole('main'));
  await expect(page.getByText('The upload did not start').first()).toBeVisible();
  await expect(page.getByText('That is more than 5,000 files or 2,000 folders.').first()).toBeVisible();
  await expect(tray(page)).toBeHidden();
  await page.reload();
  await expect(page.getByText('No documents yet')).toBeVisible();
});
