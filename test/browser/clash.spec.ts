import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { trashDocument } from '@/lib/documents/trash-document';
import { choose, chooseFiles, item, namesIn, title } from './list-steps';
import { look } from './look';
import { test } from './test';

const question = (page: Page, name: string) => page.getByRole('dialog', { name: `“${name}” is already here` });

test('an upload whose name is taken: replace as a new version, keep both, skip', async ({ page, portal, lena }) => {
  const id = await portal.document(lena, 'Budget.xlsx', 'first');
  await portal.open(page);
  const send = (text: string) => chooseFiles(page, [{ name: 'Budget.xlsx', text }]);

  await send('second');
  await expect(question(page, 'Budget.xlsx')).toBeVisible();
  await look(page, 'clash');
  await question(page, 'Budget.xlsx').getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').getByText('1 file uploaded')).toBeVisible();
  expect(String(await portal.content(lena, id))).toBe('second');
  await choose(page, 'Budget.xlsx', 'Details');
  const details = page.getByRole('dialog', { name: 'Details' });
  await expect(details.getByText('saved changes')).toBeVisible();
  await look(page, 'details');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();

  await send('third');
  await question(page, 'Budget.xlsx').getByRole('radio', { name: 'Keep both' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(item(page, 'Budget (1).xlsx')).toBeVisible();

  await send('fourth');
  await question(page, 'Budget.xlsx').getByRole('radio', { name: 'Skip' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(question(page, 'Budget.xlsx')).toBeHidden();
  await send('fifth');
  await question(page, 'Budget.xlsx').getByRole('button', { name: 'Cancel' }).click();
  await expect(question(page, 'Budget.xlsx')).toBeHidden();
  expect(String(await portal.content(lena, id))).toBe('second');
  expect(await namesIn(page)).toEqual(['Budget.xlsx', 'Budget (1).xlsx']);
});

test('an answer for all holds for the rest of the upload', async ({ page, portal, lena }) => {
  const id = await portal.document(lena, 'b.docx', 'old');
  await portal.document(lena, 'a.docx');
  await portal.open(page);
  await chooseFiles(
    page,
    ['a.docx', 'b.docx', 'c.docx'].map((name) => ({ name, text: 'new' })),
  );
  await question(page, 'a.docx').getByRole('checkbox', { name: 'Do this for all 2' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').getByText('3 files uploaded')).toBeVisible();
  await expect(item(page, 'c.docx')).toBeVisible();
  expect(String(await portal.content(lena, id))).toBe('new');
  expect(await namesIn(page)).toEqual(['a.docx', 'b.docx', 'c.docx']);
});

test('moving onto a taken name asks, and replacing keeps the address of what was there', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Plan.docx', 'old', await portal.folder(lena, 'Target'));
  await portal.document(lena, 'Plan.docx', 'moved here');
  await portal.open(page);
  await item(page, 'Plan.docx').dragTo(item(page, 'Target'));
  await expect(question(page, 'Plan.docx')).toContainText('to “Target”');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('“Plan.docx” moved to “Target”').first()).toBeVisible();
  await expect(item(page, 'Plan.docx')).toBeHidden();
  await item(page, 'Target').click();
  await expect(title(page, 'Target')).toBeVisible();
  await expect(item(page, 'Plan.docx')).toHaveAttribute('href', new RegExp(`/${id}$`));
  expect(String(await portal.content(lena, id))).toBe('moved here');
});

test('restoring what was in the trash asks when its name is taken', async ({ page, portal, lena }) => {
  const folder = await portal.folder(lena, 'Restored');
  const old = await portal.document(lena, 'Letter.docx', 'old', folder);
  await trashDocument(lena, { documentId: old });
  await portal.document(lena, 'Letter.docx', 'new', folder);
  await portal.open(page, '/trash');
  await page.getByRole('button', { name: 'Restore “Letter.docx”' }).click();
  await expect(question(page, 'Letter.docx')).toContainText('Something else has taken the name');
  await look(page, 'clash-restore');
  await question(page, 'Letter.docx').getByRole('radio', { name: 'Keep both' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('“Letter.docx” is back').first()).toBeVisible();
  expect(await portal.nameOf(old)).toBe('Letter (1).docx');
  expect(String(await portal.content(lena, old))).toBe('old');
});

test('a folder goes up with what is in it, and again into the same folders', async ({ page, portal }, testInfo) => {
  const trip = testInfo.outputPath('Trip');
  mkdirSync(path.join(trip, 'Photos'), { recursive: true });
  writeFileSync(path.join(trip, 'Notes.txt'), 'notes');
  writeFileSync(path.join(trip, 'Photos', 'Sea.png'), 'sea');
  await portal.open(page);
  const send = async () => {
    await page.getByRole('button', { name: 'New', exact: true }).first().click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Upload a folder' }).click();
    await (await chooser).setFiles(trip);
  };
  await send();
  await expect(page.getByRole('status').getByText('2 files uploaded')).toBeVisible();
  await send();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Do this for all 2' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').getByText('4 files uploaded')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Trip']);
  await item(page, 'Trip').click();
  await expect(title(page, 'Trip')).toBeVisible();
  await expect.poll(() => namesIn(page)).toEqual(['Photos', 'Notes.txt']);
  await item(page, 'Photos').click();
  await expect(title(page, 'Photos')).toBeVisible();
  await expect.poll(() => namesIn(page)).toEqual(['Sea.png']);
});
