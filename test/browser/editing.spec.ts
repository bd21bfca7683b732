import { expect, test } from '@playwright/test';
import { WopiClient } from '../wopi-client/wopi-client';
import { choose, chooseFiles, item, look, makeFolder, title, upload } from './list-steps';
import { admin, Portal } from './portal';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

/** An editor takes the lock and is heard of no more. */
async function lockedBy(documentId: string, email: string): Promise<WopiClient> {
  const token = (await portal.run('wopi-token', documentId, '--user', email)) as {
    WOPISrc: string;
    access_token: string;
  };
  const { signer } = portal.documentServer;
  const client = new WopiClient({ wopiSrc: token.WOPISrc, accessToken: token.access_token, signer });
  expect((await client.lock('left behind')).status).toBe(200);
  return client;
}

test('while a document is edited the list says by whom, and it is neither renamed, moved, trashed nor replaced', async ({
  page,
  context,
}) => {
  await portal.signIn(page);
  await makeFolder(page, 'Elsewhere');
  const editor = await context.newPage();
  await editor.goto(`${portal.server.url}/documents`);
  await editor.getByRole('button', { name: 'New', exact: true }).first().click();
  await editor.getByRole('menuitem', { name: 'Document' }).click();
  await editor.getByRole('textbox', { name: 'Name' }).fill('Plan');
  await editor.getByRole('button', { name: 'Create and open' }).click();
  await expect(editor.frameLocator('iframe').getByLabel('Text of the document')).toBeEditable();
  await expect(page.getByText('You are editing')).toBeVisible();
  await look(page, 'editing');

  const says = page.getByText('Administrator is editing “Plan.docx”. Try again when they have closed it.');
  await choose(page, 'Plan.docx', 'Move to trash');
  await expect(page.getByText('“Plan.docx” was not moved to the trash').first()).toBeVisible();
  await expect(says.first()).toBeVisible();
  await choose(page, 'Plan.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('Other');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Rename' }).getByRole('alert')).toContainText('is editing');
  await look(page, 'rename-refused');
  await page.keyboard.press('Escape');
  await item(page, 'Plan.docx').dragTo(item(page, 'Elsewhere'));
  await expect(page.getByText('“Plan.docx” was not moved', { exact: true }).first()).toBeVisible();
  await chooseFiles(page, [{ name: 'Plan.docx', text: 'over it' }]);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('is editing');

  await editor.frameLocator('iframe').getByRole('button', { name: 'Close' }).click();
  await expect(title(editor, 'My documents')).toBeVisible();
  await expect(page.getByText('You are editing')).toBeHidden();
  await choose(page, 'Plan.docx', 'Move to trash');
  await expect(page.getByText('“Plan.docx” was moved to the trash').first()).toBeVisible();
});

test('an editor that has gone without a word: the owner ends the editing, after a question', async ({ page }) => {
  await portal.signIn(page);
  await upload(page, ['Stuck.docx']);
  const documentId = (await item(page, 'Stuck.docx').getAttribute('href'))?.split('/').at(-1) ?? '';
  await lockedBy(documentId, admin.email);
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
  browser,
}) => {
  const mia = (await portal.run('create-user', 'mia@example.com', '--name', 'Mia')) as { password: string }; // the command's JSON
  const context = await browser.newContext();
  const hers = await context.newPage();
  await portal.signIn(hers, { email: 'mia@example.com', password: mia.password });
  await upload(hers, ['Hers.docx']);
  const id = (await item(hers, 'Hers.docx').getAttribute('href'))?.split('/').at(-1) ?? '';
  const tom = (await portal.run('create-user', 'tom@example.com', '--name', 'Tom')) as { password: string }; // the command's JSON
  for (const email of [admin.email, 'tom@example.com']) {
    await portal.run('share', id, '--user', email, '--role', 'editor');
  }
  const client = await lockedBy(id, 'mia@example.com');

  const toms = await (await browser.newContext()).newPage();
  await portal.signIn(toms, { email: 'tom@example.com', password: tom.password });
  await toms.getByRole('link', { name: 'Shared with me' }).click();
  await expect(toms.getByText('Mia is editing')).toBeVisible();
  await toms.getByRole('button', { name: 'Actions for Hers.docx' }).click();
  await expect(toms.getByRole('menuitem', { name: 'Details' })).toBeVisible();
  await expect(toms.getByRole('menuitem', { name: 'End the editing' })).toBeHidden();
  await toms.context().close();

  await portal.signIn(page);
  await page.getByRole('link', { name: 'Shared with me' }).click();
  await expect(page.getByText('Mia is editing')).toBeVisible();
  await choose(page, 'Hers.docx', 'End the editing');
  const ask = page.getByRole('dialog', { name: 'End the editing of “Hers.docx”?' });
  await expect(ask).toContainText('Mia');
  await ask.getByRole('button', { name: 'End the editing' }).click();
  await expect(page.getByText('“Hers.docx” can be changed again').first()).toBeVisible();
  await expect(page.getByText('Mia is editing')).toBeHidden();
  expect((await client.putFile('too late', 'left behind', { modified: true })).status).toBe(409);
  await expect(hers.getByText('A save could not be stored')).toBeVisible();
  await context.close();
});
