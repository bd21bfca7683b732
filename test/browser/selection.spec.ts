import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { trashDocument } from '@/lib/documents/trash-document';
import { trashFolder } from '@/lib/trash/trash-folder';
import { item, namesIn, title } from './list-steps';
import { look } from './look';
import { test } from './test';

const names = ['a.docx', 'b.docx', 'c.xlsx', 'd.pptx', 'e.txt'];

test('boxes, Shift for a range, Ctrl beside the name for one more, Ctrl+A for all, Escape for nothing', async ({
  page,
  portal,
  lena,
}) => {
  await portal.folder(lena, 'Archive');
  await portal.documents(lena, names);
  await portal.open(page);
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await item(page, 'a.docx').hover();
  await page.getByRole('checkbox', { name: 'Select a.docx' }).check();
  await expect(bar).toContainText('1 selected');
  await item(page, 'd.pptx').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('4 selected');
  await look(page, 'selection');
  await page.getByRole('row', { name: /b\.docx/ }).click({ modifiers: ['Control'], position: { x: 400, y: 20 } });
  await expect(bar).toContainText('3 selected');
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('6 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});

test('on the name itself Ctrl and the middle button open a new tab, as with any link', async ({
  page,
  context,
  portal,
  lena,
}) => {
  await portal.folder(lena, 'Archive');
  await portal.open(page);
  for (const click of [{ modifiers: ['Control'] }, { button: 'middle' }] as const) {
    const opened = context.waitForEvent('page');
    await item(page, 'Archive').click({
      ...click,
      modifiers: 'modifiers' in click ? ['Control'] : [],
      position: { x: 10, y: 8 },
    });
    const tab = await opened;
    await expect(title(tab, 'Archive')).toBeVisible();
    await tab.close();
  }
  await expect(title(page, 'My documents')).toBeVisible();
});

test('the menu at the pointer is the ⋯ menu; on one of several chosen it is about all of them', async ({
  page,
  portal,
  lena,
}) => {
  await portal.documents(lena, ['a.docx', 'b.docx']);
  await portal.open(page);
  const entries = async () => page.getByRole('menuitem').allTextContents();
  await page.getByRole('button', { name: 'Actions for a.docx' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  const fromButton = await entries();
  expect(fromButton).toContain('Move…');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await item(page, 'a.docx').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await entries()).toEqual(fromButton);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.getByRole('checkbox', { name: 'Select a.docx' }).check();
  await page.getByRole('checkbox', { name: 'Select b.docx' }).check();
  await item(page, 'b.docx').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await entries()).toEqual(['Download', 'Move…', 'Copy…', 'Star', 'Move to trash']);
});

test('several are downloaded as one zip, moved to the trash together and taken back with one Undo', async ({
  page,
  portal,
  lena,
}) => {
  await portal.folder(lena, 'Archive');
  await portal.documents(lena, names);
  await portal.open(page);
  for (const name of ['a.docx', 'c.xlsx', 'Archive'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  const download = page.waitForEvent('download');
  await bar.getByRole('link', { name: 'Download' }).click();
  const files = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(files).sort()).toEqual(['Archive/', 'a.docx', 'c.xlsx']);
  expect(Buffer.from(files['a.docx'] ?? []).toString()).toBe('a.docx');
  await bar.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('3 items were moved to the trash').first()).toBeVisible();
  await expect.poll(() => namesIn(page)).toEqual(['b.docx', 'd.pptx', 'e.txt']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => namesIn(page)).toEqual(['Archive', ...names]);
});

test('the trash takes selections too: restored together, deleted together after one question', async ({
  page,
  portal,
  lena,
}) => {
  await trashFolder(lena, { folderId: await portal.folder(lena, 'Archive') });
  for (const name of names) await trashDocument(lena, { documentId: await portal.document(lena, name) });
  await portal.open(page, '/trash');
  for (const name of ['Archive', 'a.docx']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await look(page, 'trash-selection');
  await page.getByRole('toolbar').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('2 items are back').first()).toBeVisible();
  for (const name of ['b.docx', 'e.txt']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete for ever' }).click();
  await page
    .getByRole('dialog', { name: 'Delete 2 items for ever?' })
    .getByRole('button', { name: 'Delete for ever' })
    .click();
  await expect(page.getByText('2 items are deleted').first()).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
});
