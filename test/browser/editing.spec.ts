import { expect } from '@playwright/test';
import { choose, chooseFiles, item, title } from './list-steps';
import { look } from './look';
import { test } from './test';
import { editorOf, expectOpen } from './version-steps';

test('while a document is edited the list says by whom, and it is neither renamed, moved, trashed nor replaced', async ({
  page,
  portal,
  lena,
}) => {
  await portal.folder(lena, 'Elsewhere');
  const id = await portal.document(lena, 'Plan.docx', 'words');
  await portal.open(page);
  const editor = await page.context().newPage();
  await editor.goto(`${portal.url}/edit/${id}`);
  await expectOpen(editor);
  await expect(page.getByText('You are editing')).toBeVisible();
  await look(page, 'editing');

  const says = page.getByText('Lena Berg is editing “Plan.docx”. Try again when they have closed it.');
  await choose(page, 'Plan.docx', 'Move to trash');
  await expect(page.getByText('“Plan.docx” was not moved to the trash').first()).toBeVisible();
  await expect(says.first()).toBeVisible();
  await choose(page, 'Plan.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('Other');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename', exact: true });
  await expect(dialog.getByRole('alert')).toContainText('is editing');
  await look(page, 'rename-refused');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await item(page, 'Plan.docx').dragTo(item(page, 'Elsewhere'));
  await expect(page.getByText('“Plan.docx” was not moved', { exact: true }).first()).toBeVisible();
  await chooseFiles(page, [{ name: 'Plan.docx', text: 'over it' }]);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('is editing');

  await editorOf(editor).getByRole('button', { name: 'Close' }).click();
  await expect(title(editor, 'My documents')).toBeVisible();
  await expect(page.getByText('You are editing')).toBeHidden();
  await choose(page, 'Plan.docx', 'Move to trash');
  await expect(page.getByText('“Plan.docx” was moved to the trash').first()).toBeVisible();
});

test('an editor that has gone without a word: the owner ends the editing, after a question', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Stuck.docx');
  expect((await (await portal.client(id, lena)).lock('left behind')).status).toBe(200);
  await portal.open(page);
  await expect(page.getByText('You are editing')).toBeVisible();
  await choose(page, 'Stuck.docx', 'Details');
  await page.getByRole('button', { name: 'End the editing' }).click();
  const ask = page.getByRole('dialog', { name: 'End the editing of “Stuck.docx”?' });
  await expect(ask).toBeVisible();
  await look(page, 'end-editing');
  await ask.getByRole('button', { name: 'End the editing' }).click();
  await expect(page.getByText('“Stuck.docx” can be changed again').first()).toBeVisible();
  await expect(page.getByText('You are editing')).toBeHidden();
  await choose(page, 'Stuck.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('Free');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Free.docx')).toBeVisible();
});

test('an administrator ends the editing of somebody else’s document from its menu; whoever may only edit cannot', async ({
  page,
  portal,
  lena,
  elsewhere,
}) => {
  const id = await portal.document(lena, 'Hers.docx');
  const tom = await portal.person('Tom');
  const ada = await portal.person('Ada', 'admin');
  for (const each of [tom, ada]) await portal.share(lena, id, each, 'editor');
  const client = await portal.client(id, lena);
  expect((await client.lock('left behind')).status).toBe(200);

  const theirs = await elsewhere(tom);
  await portal.open(theirs, '/shared');
  await expect(theirs.getByText('Lena is editing')).toBeVisible();
  await theirs.getByRole('button', { name: 'Actions for Hers.docx' }).click();
  await expect(theirs.getByRole('menuitem', { name: 'Details' })).toBeVisible();
  await expect(theirs.getByRole('menuitem', { name: 'End the editing' })).toBeHidden();

  await portal.signIn(theirs.context(), ada);
  await portal.open(theirs, '/shared');
  await expect(theirs.getByText('Lena is editing')).toBeVisible();
  await choose(theirs, 'Hers.docx', 'End the editing');
  const ask = theirs.getByRole('dialog', { name: 'End the editing of “Hers.docx”?' });
  await expect(ask).toContainText('Lena Berg');
  await ask.getByRole('button', { name: 'End the editing' }).click();
  await expect(theirs.getByText('“Hers.docx” can be changed again').first()).toBeVisible();
  await expect(theirs.getByText('Lena is editing')).toBeHidden();
  expect((await client.putFile('too late', 'left behind', { modified: true })).status).toBe(409);
  await portal.open(page);
  await expect(page.getByText('A save could not be stored')).toBeVisible();
});
