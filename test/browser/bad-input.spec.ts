import { expect, type Page } from '@playwright/test';
import { trashFolder } from '@/lib/trash/trash-folder';
import { expectAccessible } from './expect-accessible';
import { choose, chooseFiles, item, makeFolder, namesIn, title } from './list-steps';
import { test } from './test';

const adjusted = 'What cannot stand in a name was left out, replaced by “_”, or cut off.';

/** The list does not learn what others do: as in the seconds before it asks again. */
async function stopAsking(page: Page): Promise<void> {
  await page.route('**/api/listings/state**', (route) => route.abort());
}

test('a new folder’s name is put right where it has to be, and the page says so', async ({ page, portal }) => {
  await portal.open(page);
  for (const [typed, name] of [
    ['Q1/Q2\\Q3\u202Egpj', 'Q1_Q2_Q3gpj'],
    ['y'.repeat(300), 'y'.repeat(250)],
  ] as const) {
    await makeFolder(page, typed);
    await expect(item(page, name)).toBeVisible();
    await expect(page.getByRole('dialog').filter({ hasText: `“${name}” is here` })).toContainText(adjusted);
  }
});

test('blanks, and characters that nobody sees, are no name: the dialog stays and says so', async ({ page, portal }) => {
  await portal.open(page);
  await makeFolder(page, '    ');
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await expect(dialog.getByRole('alert')).toHaveText('Type a name first.');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('\u200b\u202e');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Type a name first.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a rename is put right as well, keeps the extension, and a name that is taken is refused with a sentence', async ({
  page,
  portal,
  lena,
}) => {
  await portal.documents(lena, ['Plan.docx', 'Other.docx']);
  await portal.open(page);
  await choose(page, 'Plan.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('a/b: "c"');
  await page.keyboard.press('Enter');
  await expect(item(page, 'a_b_ _c_.docx')).toBeVisible();
  await expect(page.getByText(adjusted).first()).toBeVisible();
  await choose(page, 'a_b_ _c_.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('OTHER');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rename', exact: true }).getByRole('alert')).toContainText(
    'Choose another name',
  );
  await page.keyboard.press('Escape');
  expect(await namesIn(page)).toEqual(['a_b_ _c_.docx', 'Other.docx']);
});

test('an uploaded file with a name that cannot stay says under which it is stored', async ({ page, portal }) => {
  await portal.open(page);
  const long = `${'ä'.repeat(145)}.txt`;
  await chooseFiles(page, [{ name: 'what: now?.txt' }, { name: 'nul.txt' }, { name: long }]);
  await expect(page.getByText('Stored as “what_ now_.txt”')).toBeVisible();
  await expect(page.getByText('Stored as “_nul.txt”')).toBeVisible();
  for (const name of ['what_ now_.txt', '_nul.txt', long]) await expect(item(page, name)).toBeVisible();
});

test('a folder does not go into itself by cutting and pasting, and stays where it is', async ({
  page,
  portal,
  lena,
}) => {
  await portal.folder(lena, 'Inner', await portal.folder(lena, 'Outer'));
  await portal.open(page);
  await item(page, 'Outer').focus();
  await page.keyboard.press('Control+x');
  await expect(page.getByText('can be moved with Ctrl+V').first()).toBeVisible();
  for (const name of ['Outer', 'Inner']) {
    await item(page, name).click();
    await expect(title(page, name)).toBeVisible();
  }
  await page.keyboard.press('Control+v');
  await expect(page.getByText('“Outer” was not moved', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('“Outer” cannot be moved into itself').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Folder path' }).getByRole('link', { name: 'My documents' }).click();
  await expect(item(page, 'Outer')).toBeVisible();
});

test('one renames what the other has just moved to the trash: a sentence, and it comes back as it was', async ({
  page,
  portal,
  lena,
  elsewhere,
}) => {
  const id = await portal.document(lena, 'Contract.docx', 'the words');
  const ben = await portal.person('Ben');
  await portal.share(lena, id, ben, 'editor');
  await portal.open(page);
  const bens = await elsewhere(ben);
  await stopAsking(bens);
  await portal.open(bens, '/shared');
  await choose(bens, 'Contract.docx', 'Rename…');
  await bens.getByRole('textbox', { name: 'New name' }).fill('Mine');
  await choose(page, 'Contract.docx', 'Move to trash');
  await expect(page.getByText('“Contract.docx” was moved to the trash').first()).toBeVisible();
  await bens.keyboard.press('Enter');
  await expect(bens.getByRole('dialog', { name: 'Rename', exact: true }).getByRole('alert')).toContainText(
    'does not exist, or it is not shared with you',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'Contract.docx')).toBeVisible();
  expect(String(await portal.content(lena, id))).toBe('the words');
});

test('both rename at once: one name holds for both', async ({ page, portal, lena, elsewhere }) => {
  const id = await portal.document(lena, 'Both.docx', 'the words');
  const ben = await portal.person('Ben');
  await portal.share(lena, id, ben, 'editor');
  await portal.open(page);
  const bens = await elsewhere(ben);
  await portal.open(bens, '/shared');
  const pages = [page, bens];
  for (const [n, each] of pages.entries()) {
    await choose(each, 'Both.docx', 'Rename…');
    await each.getByRole('textbox', { name: 'New name' }).fill(`Choice ${n}`);
  }
  await Promise.all(pages.map((each) => each.keyboard.press('Enter')));
  for (const each of pages) await expect(each.getByRole('dialog', { name: 'Rename', exact: true })).toBeHidden();
  const name = await portal.nameOf(id);
  expect(name).toMatch(/^Choice [01]\.docx$/);
  for (const each of pages) await expect.poll(() => namesIn(each)).toEqual([name]);
});

test('what has vanished under the page: moving it, moving into it and opening it each say so', async ({
  page,
  portal,
  lena,
}) => {
  const folder = await portal.folder(lena, 'Vanishing');
  const target = await portal.folder(lena, 'Target', folder);
  await portal.documents(lena, ['Gone.docx', 'Stays.docx'], folder);
  await stopAsking(page);
  await portal.open(page, `/folders/${folder}`);
  await trashFolder(lena, { folderId: target });

  await item(page, 'Stays.docx').dragTo(item(page, 'Target'));
  await expect(page.getByText('“Stays.docx” was not moved', { exact: true }).first()).toBeVisible();
  await expect(item(page, 'Stays.docx')).toBeVisible();
  await expect(item(page, 'Target')).toBeHidden();

  await page.unroute('**/api/listings/state**');
  await trashFolder(lena, { folderId: folder });
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to my documents' }).click();
  await expect(title(page, 'My documents')).toBeVisible();
});
