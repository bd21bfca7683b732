import { expect } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import { item } from './list-steps';
import { look } from './look';
import type { Portal } from './portal';
import { test } from './test';
import { editorOf, expectOpen } from './version-steps';
import { watchConsole } from './watch-console';

/** Documents of all kinds; somebody edits the presentation, and another save of it had to be refused. */
async function fill(portal: Portal, lena: Actor): Promise<{ editable: string }> {
  const names = ['Budget.xlsx', 'Meeting notes.md', 'Auditor’s letter.pdf', 'Cover.png'];
  for (const [n, name] of names.entries()) await portal.document(lena, name, Buffer.alloc(1200 * (n + 1) ** 3, 'x'));
  const id = await portal.document(lena, 'Board meeting.pptx', Buffer.alloc(9_600, 'x'));
  const client = await portal.client(id, lena);
  expect((await client.lock('of another editor')).status).toBe(200);
  expect((await client.putFile('words that were refused', 'mine', { modified: true })).status).toBe(409);
  return { editable: `${portal.url}/edit/${await portal.document(lena, 'Annual report 2026.docx', 'words')}` };
}

test('axe finds nothing on sign-in, list, menu, dialog, settings, editor and an unknown page, in both themes, wide and narrow; the policy is kept', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  const { editable } = await fill(portal, lena);
  await portal.open(page);
  await expect(page.getByText('A save could not be stored')).toBeVisible();
  await look(page, 'list');
  await page.getByRole('button', { name: 'Actions for Budget.xlsx' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeVisible();
  await look(page, 'menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Document', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'new');
  await page.goto(`${portal.url}/settings`);
  await expect(page.getByRole('button', { name: 'Change password' })).toBeEnabled();
  await look(page, 'settings');
  await page.goto(editable);
  await expectOpen(page);
  await look(page, 'editor');
  await page.goto(`${portal.url}/edit/0000000000000000000000000x`);
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await look(page, 'not-found');
  await page.context().clearCookies();
  await page.goto(`${portal.url}/signin`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await look(page, 'sign-in');
  expect(complaints).toEqual([]);
});

test('a refused save is offered for download, whole', async ({ page, portal, lena }) => {
  await fill(portal, lena);
  await portal.open(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download (it|the text)/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Board meeting (recovered).pptx');
  expect((await (await file.createReadStream()).toArray()).join('')).toBe('words that were refused');
});

test('an editor that does not answer within 15 seconds leads to a page that says what to do', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  await portal.signIn(page.context(), lena);
  const id = await portal.document(lena, 'Annual report 2026.docx', 'words');
  await page.clock.install();
  portal.documentServer.faults.editor = 'silent';
  await page.goto(`${portal.url}/edit/${id}`);
  const late = page.getByText('The editor did not answer. Try again, or download the document.');
  await expect.poll(() => portal.documentServer.lastUrl?.href).toContain(id);
  await page.clock.fastForward('00:14');
  await expect(late).toBeHidden();
  await page.clock.fastForward('00:02');
  await expect(late).toBeVisible();
  await look(page, 'late');
  portal.documentServer.faults.editor = 'ok';
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectOpen(page);
});

test('panels over the frame take the keyboard from the editor and give it back', async ({ page, portal, lena }) => {
  await portal.document(lena, 'Annual report 2026.docx', 'words');
  await portal.open(page);
  await item(page, 'Annual report 2026.docx').click();
  for (const [button, title, shown] of [
    ['Versions', 'Versions', page.getByText('Now', { exact: true })],
    ['Share', 'Who has access', page.getByText('(You)')],
  ] as const) {
    await editorOf(page).getByRole('button', { name: button }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(shown).toBeVisible();
    await look(page, button.toLowerCase());
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: title })).toBeHidden();
  }
  await expect(editorOf(page).locator('body')).toHaveAttribute(
    'data-received',
    /Host_PostmessageReady.*Blur_Focus.*Grab_Focus.*Blur_Focus.*Grab_Focus/,
  );
});
