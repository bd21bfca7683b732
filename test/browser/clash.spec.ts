import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { choose, chooseFiles, item, look, makeFolder, namesIn, title, upload } from './list-steps';
import { Portal } from './portal';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

const question = (page: Page, name: string) => page.getByRole('dialog', { name: `“${name}” is already here` });

async function inFolder(page: Page, name: string): Promise<void> {
  await portal.signIn(page);
  await makeFolder(page, name);
  await item(page, name).click();
  await expect(title(page, name)).toBeVisible();
}

/** What a document holds, as it is downloaded. */
async function textOf(page: Page, name: string): Promise<string> {
  const href = (await item(page, name).getAttribute('href')) ?? '';
  const answer = await page.request.get(`${portal.server.url}/api/documents/${href.split('/').at(-1)}/content`);
  return answer.text();
}

test('an upload whose name is taken: replace as a new version, keep both, skip', async ({ page }) => {
  await inFolder(page, 'Uploads');
  await upload(page, ['Budget.xlsx']);
  const send = (text: string) => chooseFiles(page, [{ name: 'Budget.xlsx', text }]);

  await send('second');
  await look(page, 'clash');
  await question(page, 'Budget.xlsx').getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => textOf(page, 'Budget.xlsx')).toBe('second');
  await choose(page, 'Budget.xlsx', 'Details');
  const details = page.getByRole('dialog', { name: 'Details' });
  await expect(details.getByText('saved changes')).toBeVisible();
  await look(page, 'details');
  await page.keyboard.press('Escape');

  await send('third');
  await question(page, 'Budget.xlsx').getByRole('radio', { name: 'Keep both' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(item(page, 'Budget (1).xlsx')).toBeVisible();
  expect(await textOf(page, 'Budget (1).xlsx')).toBe('third');

  await send('fourth');
  await question(page, 'Budget.xlsx').getByRole('radio', { name: 'Skip' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(question(page, 'Budget.xlsx')).toBeHidden();
  await send('fifth');
  await question(page, 'Budget.xlsx').getByRole('button', { name: 'Cancel' }).click();
  expect(await textOf(page, 'Budget.xlsx')).toBe('second');
  expect(await namesIn(page)).toEqual(['Budget.xlsx', 'Budget (1).xlsx']);
});

test('an answer for all holds for the rest of the upload', async ({ page }) => {
  await inFolder(page, 'Many');
  await upload(page, ['a.docx', 'b.docx', 'c.docx']);
  await chooseFiles(
    page,
    ['a.docx', 'b.docx', 'c.docx', 'd.docx'].map((name) => ({ name, text: 'new' })),
  );
  await question(page, 'a.docx').getByRole('checkbox', { name: 'Do this for all 3' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(item(page, 'd.docx')).toBeVisible();
  for (const name of ['a.docx', 'b.docx', 'c.docx']) await expect.poll(() => textOf(page, name)).toBe('new');
  expect(await namesIn(page)).toHaveLength(4);
});

test('moving onto a taken name asks, and replacing keeps the address of what was there', async ({ page }) => {
  await inFolder(page, 'Target');
  await upload(page, ['Plan.docx']);
  const href = await item(page, 'Plan.docx').getAttribute('href');
  await page.getByRole('navigation', { name: 'Folder path' }).getByRole('link').click();
  await expect(title(page, 'My documents')).toBeVisible();
  await chooseFiles(page, [{ name: 'Plan.docx', text: 'moved here' }]);
  await expect(item(page, 'Plan.docx')).toBeVisible();
  await item(page, 'Plan.docx').dragTo(item(page, 'Target'));
  await expect(question(page, 'Plan.docx')).toContainText('to “Target”');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('“Plan.docx” moved to “Target”').first()).toBeVisible();
  await expect(item(page, 'Plan.docx')).toBeHidden();
  await item(page, 'Target').click();
  await expect(title(page, 'Target')).toBeVisible();
  expect(await item(page, 'Plan.docx').getAttribute('href')).toBe(href);
  expect(await textOf(page, 'Plan.docx')).toBe('moved here');
});

test('restoring what was in the trash asks when its name is taken', async ({ page }) => {
  await inFolder(page, 'Restored');
  await chooseFiles(page, [{ name: 'Letter.docx', text: 'old' }]);
  await choose(page, 'Letter.docx', 'Move to trash');
  await expect(page.getByRole('heading', { name: 'This folder is empty' })).toBeVisible();
  await upload(page, ['Letter.docx']);
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Restore “Letter.docx”' }).first().click();
  await expect(question(page, 'Letter.docx')).toContainText('Something else has taken the name');
  await look(page, 'clash-restore');
  await question(page, 'Letter.docx').getByRole('radio', { name: 'Keep both' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('“Letter.docx” is back').first()).toBeVisible();
  await page.getByRole('link', { name: 'My documents' }).click();
  await item(page, 'Restored').click();
  await expect(item(page, 'Letter (1).docx')).toBeVisible();
  expect(await textOf(page, 'Letter (1).docx')).toBe('old');
});

test('a folder goes up with what is in it, and again into the same folders', async ({ page }) => {
  const disk = mkdtempSync(path.join(tmpdir(), 'lectern-upload-'));
  mkdirSync(path.join(disk, 'Trip', 'Photos'), { recursive: true });
  writeFileSync(path.join(disk, 'Trip', 'Notes.txt'), 'notes');
  writeFileSync(path.join(disk, 'Trip', 'Photos', 'Sea.png'), 'sea');
  await inFolder(page, 'Folders');
  const send = async () => {
    await page.getByRole('button', { name: 'New', exact: true }).first().click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Upload a folder' }).click();
    await (await chooser).setFiles(path.join(disk, 'Trip'));
  };
  await send();
  await expect(page.getByRole('status').getByText('2 files uploaded')).toBeVisible();
  await item(page, 'Trip').click();
  await expect(item(page, 'Notes.txt')).toBeVisible();
  await item(page, 'Photos').click();
  await expect(item(page, 'Sea.png')).toBeVisible();
  expect(await textOf(page, 'Sea.png')).toBe('sea');
  await page.getByRole('link', { name: 'Folders' }).click();
  await expect(title(page, 'Folders')).toBeVisible();
  await send();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Do this for all 2' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').getByText('4 files uploaded')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Trip']);
  rmSync(disk, { recursive: true });
});
