import { expect } from '@playwright/test';
import { trashFolder } from '@/lib/trash/trash-folder';
import { choose, item, makeFolder, namesIn, title } from './list-steps';
import { look } from './look';
import { test } from './test';
import { watchConsole } from './watch-console';

test('folders: made, gone into, filled, with a path that leads back; a reload keeps the place', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await portal.open(page);
  await look(page, 'empty');
  await makeFolder(page, 'Projects');
  await item(page, 'Projects').click();
  await expect(title(page, 'Projects')).toBeVisible();
  await expect(page).toHaveTitle('Projects — Lectern');
  await look(page, 'folder-empty');
  const folder = page.url().split('/').at(-1) ?? '';
  await portal.documents(lena, ['Letter 10.docx', 'Letter 2.docx', 'Äpfel.xlsx'], folder);
  await makeFolder(page, 'Annual report');
  await expect.poll(() => namesIn(page)).toEqual(['Annual report', 'Äpfel.xlsx', 'Letter 2.docx', 'Letter 10.docx']);
  await look(page, 'folder');
  await item(page, 'Annual report').click();
  await expect(title(page, 'Annual report')).toBeVisible();
  await page.reload();
  const path = page.getByRole('navigation', { name: 'Folder path' });
  await expect(path.getByRole('link')).toHaveText(['My documents', 'Projects']);
  await path.getByRole('link', { name: 'Projects' }).click();
  await expect(title(page, 'Projects')).toBeVisible();
  await path.getByRole('link', { name: 'My documents' }).click();
  await expect(title(page, 'My documents')).toBeVisible();
  await expect(page.getByRole('row', { name: /Projects/ })).toContainText('4 items');
  expect(complaints).toEqual([]);
});

test('moving and copying by dialog and by dragging; each has its Undo', async ({ page, portal, lena }) => {
  await portal.folder(lena, 'From here');
  await portal.folder(lena, 'To there');
  await portal.documents(lena, ['Plan.docx']);
  await portal.open(page);

  await test.step('the dialog goes through the folders and can make one', async () => {
    await choose(page, 'Plan.docx', 'Move…');
    const dialog = page.getByRole('dialog', { name: 'Move “Plan.docx”' });
    await expect(dialog.getByRole('button', { name: 'Move here' })).toBeDisabled();
    await look(page, 'move');
    await dialog.getByRole('button', { name: 'To there' }).click();
    await expect(dialog.getByText('There are no folders in here.')).toBeVisible();
    await dialog.getByRole('button', { name: 'New folder' }).click();
    await look(page, 'move-new-folder');
    await dialog.getByLabel('Name of the new folder').fill('Deeper');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Deeper' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Move here' }).click();
    await expect(page.getByText('“Plan.docx” moved to “Deeper”').first()).toBeVisible();
    await expect(item(page, 'Plan.docx')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(item(page, 'Plan.docx')).toBeVisible();
  });

  await test.step('a folder is not moved into itself', async () => {
    await choose(page, 'To there', 'Move…');
    const dialog = page.getByRole('dialog', { name: 'Move “To there”' });
    await expect(dialog.getByRole('button', { name: 'To there' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a row is dragged onto a folder, and from there onto the path', async () => {
    await item(page, 'Plan.docx').dragTo(item(page, 'From here'));
    await expect(page.getByText('“Plan.docx” moved to “From here”').first()).toBeVisible();
    await item(page, 'From here').click();
    await expect(title(page, 'From here')).toBeVisible();
    await item(page, 'Plan.docx').dragTo(
      page.getByRole('navigation', { name: 'Folder path' }).getByRole('link', { name: 'My documents' }),
    );
    await expect(page.getByText('“Plan.docx” moved to “My documents”').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'This folder is empty' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(item(page, 'Plan.docx')).toBeVisible();
  });

  await test.step('a copy beside the original gets a number after a question', async () => {
    await choose(page, 'Plan.docx', 'Copy…');
    await page.getByRole('dialog').getByRole('button', { name: 'Copy here' }).click();
    const question = page.getByRole('dialog', { name: '“Plan.docx” is already here' });
    await question.getByRole('radio', { name: 'Keep both' }).check();
    await question.getByRole('button', { name: 'Continue' }).click();
    await expect(item(page, 'Plan (1).docx')).toBeVisible();
  });
});

test('order, type and view stand in the address; the view is remembered; a star and a search are found again', async ({
  page,
  portal,
  lena,
}) => {
  const folder = await portal.folder(lena, 'Sorted');
  await portal.documents(lena, ['a much longer text.txt', 'b.docx', 'Résumé.docx'], folder);
  await portal.open(page, `/folders/${folder}`);
  const size = page.getByRole('columnheader', { name: 'Size' });
  await size.getByRole('link').click();
  await expect(size).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=size&order=descending/);
  expect((await namesIn(page))[0]).toBe('a much longer text.txt');
  await page.getByRole('button', { name: 'Type', exact: true }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Presentations' })).toBeVisible();
  await look(page, 'filter');
  await page.getByRole('menuitemradio', { name: 'Presentations' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing of this type here' })).toBeVisible();
  // What guards the focus of a menu that fades is no part of the page.
  await expect(page.getByRole('menu')).toBeHidden();
  await look(page, 'filter-empty');
  await page.getByRole('link', { name: 'Show all types' }).click();
  await page.getByRole('button', { name: 'Show as tiles' }).click();
  await expect(page).toHaveURL(/view=grid/);
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible();
  await choose(page, 'Résumé.docx', 'Star');
  await expect(page.getByText('“Résumé.docx” starred').first()).toBeVisible();
  await look(page, 'grid');
  await page.getByRole('link', { name: 'Starred' }).click();
  await expect(title(page, 'Starred')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Documents' })).toContainText('Résumé.docx');
  await page.getByRole('button', { name: 'Show as a list' }).click();
  await expect(page.getByRole('table', { name: 'Documents' })).toBeVisible();
  await look(page, 'starred');

  await page.keyboard.press('/');
  await page.keyboard.type('RESUME');
  await expect(page.getByRole('heading', { name: 'Results for “RESUME”' })).toBeVisible();
  await expect(item(page, 'Résumé.docx')).toBeVisible();
  await expect(page).toHaveURL(/\/search\?q=RESUME/);
  await look(page, 'search');
  await choose(page, 'Résumé.docx', 'Show in its folder');
  await expect(title(page, 'Sorted')).toBeVisible();
  await page.goto(`${portal.url}/search?q=nothing+like+that`);
  await expect(page.getByRole('heading', { name: 'Nothing is called “nothing like that”' })).toBeVisible();
  await look(page, 'search-empty');
  for (const place of ['Recent', 'Shared with me']) {
    await page.getByRole('link', { name: place }).click();
    await expect(title(page, place)).toBeVisible();
    await look(page, place === 'Recent' ? 'recent' : 'shared');
  }
});

test('a folder of another person, one in the trash and one that never was look the same', async ({
  page,
  portal,
  lena,
}) => {
  const gone = await portal.folder(lena, 'Going');
  await trashFolder(lena, { folderId: gone });
  const theirs = await portal.folder(await portal.person('Otto'), 'His own');
  for (const id of [gone, theirs, '0000000000000000000000000x']) {
    expect((await page.goto(`${portal.url}/folders/${id}`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  }
});
