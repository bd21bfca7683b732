import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { item, look, makeFolder, namesIn, title, upload } from './list-steps';
import { Portal } from './portal';

const names = ['a.docx', 'b.docx', 'c.xlsx', 'd.pptx', 'e.txt'];

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async ({ browser }) => {
  portal = await Portal.start();
  const page = await browser.newPage();
  await portal.signIn(page);
  await makeFolder(page, 'Archive');
  await upload(page, names);
  await page.close();
});
test.afterAll(() => portal?.stop());

test('boxes, Shift for a range, Ctrl beside the name for one more, Ctrl+A for all, Escape for nothing', async ({
  page,
}) => {
  await portal.signIn(page);
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

test('on the name itself Ctrl and the middle button open a new tab, as with any link', async ({ page, context }) => {
  await portal.signIn(page);
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

test('the menu at the pointer is the ⋯ menu; on one of several chosen it is about all of them', async ({ page }) => {
  await portal.signIn(page);
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
}) => {
  await portal.signIn(page);
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
  await expect(item(page, 'Archive')).toBeHidden();
  expect(await namesIn(page)).toEqual(['b.docx', 'd.pptx', 'e.txt']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'Archive')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Archive', ...names]);
});

test('the trash takes selections too: restored together, deleted together after one question', async ({ page }) => {
  await portal.signIn(page);
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toBeEnabled();
  await page.keyboard.press('Control+a');
  await page.getByRole('toolbar').getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('6 items were moved to the trash').first()).toBeVisible();
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(title(page, 'Trash')).toBeVisible();
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
