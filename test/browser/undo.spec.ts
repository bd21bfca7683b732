import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { trashDocument } from '@/lib/documents/trash-document';
import { choose, item, namesIn } from './list-steps';
import { test } from './test';

const trashed = (page: Page, name: string) => page.getByText(`“${name}” was moved to the trash`).first();

test('Ctrl+Z takes back one thing after the other, the latest first', async ({ page, portal, lena }) => {
  await portal.folder(lena, 'Drawer');
  await portal.documents(lena, ['a.docx', 'b.docx', 'c.docx']);
  await portal.open(page);
  await choose(page, 'a.docx', 'Move to trash');
  await expect(item(page, 'a.docx')).toBeHidden();
  await item(page, 'b.docx').dragTo(item(page, 'Drawer'));
  await expect(item(page, 'b.docx')).toBeHidden();
  await choose(page, 'c.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('d');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rename', exact: true })).toBeHidden();
  await expect.poll(() => namesIn(page)).toEqual(['Drawer', 'd.docx']);

  for (const names of [['c.docx'], ['b.docx', 'c.docx'], ['a.docx', 'b.docx', 'c.docx']]) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => namesIn(page)).toEqual(['Drawer', ...names]);
  }
});

test('Ctrl+Z right after a wish is about that wish, also while the server is still at it', async ({
  page,
  portal,
  lena,
}) => {
  await portal.documents(lena, ['first.docx', 'second.docx']);
  await portal.open(page);
  await choose(page, 'first.docx', 'Move to trash');
  await expect(trashed(page, 'first.docx')).toBeVisible();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/documents**', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await choose(page, 'second.docx', 'Move to trash');
  await expect(item(page, 'second.docx')).toBeHidden();
  await page.keyboard.press('Control+z');
  release();
  await expect(item(page, 'second.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['second.docx']);
});

test('the notice’s Undo and Ctrl+Z do not take the same thing back twice', async ({ page, portal, lena }) => {
  await portal.documents(lena, ['x.docx', 'y.docx']);
  await portal.open(page);
  for (const name of ['x.docx', 'y.docx']) {
    await choose(page, name, 'Move to trash');
    await expect(trashed(page, name)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'y.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['y.docx']);
  await page.keyboard.press('Control+z');
  await expect(item(page, 'x.docx')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('could not be taken back')).toBeHidden();
  expect(await namesIn(page)).toEqual(['x.docx', 'y.docx']);
});

test('hundreds of chosen documents come as one zip, and a refusal of it is a sentence', async ({
  page,
  portal,
  lena,
}) => {
  const folder = await portal.folder(lena, 'Hundreds');
  const names = Array.from({ length: 120 }, (_, n) => `Sheet ${n}.csv`);
  await portal.documents(lena, names, folder);
  const gone = await portal.document(lena, 'Sheet 7.csv', '7', folder);
  // What happens meanwhile the list does not learn.
  await page.route('**/api/listings/state**', (route) => route.abort());
  await portal.open(page, `/folders/${folder}?show=200`);
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('120 selected');
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Download' }).click();
  const files = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(files)).toHaveLength(120);
  expect(Buffer.from(files['Sheet 119.csv'] ?? []).toString()).toBe('Sheet 119.csv');
  expect(page.url()).toContain('/folders/');

  await trashDocument(lena, { documentId: gone });
  await bar.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByText('120 items could not be downloaded').first()).toBeVisible();
});
