import { expect, type Page } from '@playwright/test';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import type { Actor } from '@/lib/users/actor';
import { look } from './look';
import type { Portal } from './portal';
import { test } from './test';
import { chooseVersion, editorOf, expectOpen, openVersions, saveText, textOf, typeText } from './version-steps';
import { watchConsole } from './watch-console';

test.use({ beside: 'collabora' });

/** A text, open for editing. */
async function opened(page: Page, portal: Portal, owner: Actor, name: string): Promise<string> {
  const id = await portal.document(owner, name, 'first words');
  await page.goto(`${portal.url}/edit/${id}`);
  await expectOpen(page);
  return id;
}

test('UI_SaveAs: the page asks for the name, the editor saves, and the page offers to open the copy', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await opened(page, portal, lena, 'Letter.odt');
  await editorOf(page).getByRole('button', { name: 'Save Copy As' }).click();
  const field = page.getByLabel('Name of the copy');
  await expect(field).toHaveValue('Letter');
  await look(page, 'save-as');
  await field.fill('Letter to Zoë');
  await page.getByRole('button', { name: 'Save the copy' }).click();
  await expect(page.getByText('Copy saved: Letter to Zoë.odt')).toBeVisible();
  await expect(editorOf(page).locator('body')).toHaveAttribute(
    'data-received',
    /Blur_Focus.*Action_SaveAs.*Grab_Focus/,
  );
  expect(complaints).toEqual([]);
});

test('UI_SaveAs with a format proposes that extension', async ({ page, portal, lena }) => {
  await opened(page, portal, lena, 'Table.docx');
  await editorOf(page).getByRole('button', { name: 'Save as ODT' }).click();
  await expect(page.getByRole('dialog').getByText('.odt')).toBeVisible();
  await page.getByRole('button', { name: 'Save the copy' }).click();
  await expect(page.getByText('Copy saved: Table.odt')).toBeVisible();
});

test('a copy that the editor could not save is said to be not saved', async ({ page, portal, lena }) => {
  const documentId = await opened(page, portal, lena, 'Refused.odt');
  await forbidCopies(lena, { documentId, forbidden: true });
  await editorOf(page).getByRole('button', { name: 'Save Copy As' }).click();
  await page.getByRole('button', { name: 'Save the copy' }).click();
  await expect(page.getByText('The copy was not saved').first()).toBeVisible();
});

test('UI_Share opens the panel of sharing', async ({ page, portal, lena }) => {
  await opened(page, portal, lena, 'Shared.odt');
  await editorOf(page).getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('heading', { name: 'Who has access' })).toBeVisible();
});

test('Session_Closed: the page says so, opens the document again or leads back to the list', async ({
  page,
  portal,
  lena,
}) => {
  await opened(page, portal, lena, 'Ended.odt');
  await saveText(page, 'words before the end');
  await editorOf(page).getByRole('button', { name: 'End session' }).click();
  await expect(page.getByRole('heading', { name: 'The editor has ended this session' })).toBeVisible();
  await look(page, 'session-closed');
  await page.getByRole('button', { name: 'Open again' }).click();
  await expectOpen(page);
  await expect(textOf(page)).toHaveValue('words before the end');
  await editorOf(page).getByRole('button', { name: 'End session' }).click();
  await page.getByRole('button', { name: 'Back to my documents' }).click();
  await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
});

test('an earlier version is restored over the editor, which lets go of the document and opens it anew', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await opened(page, portal, lena, 'Versions.odt');
  await saveText(page, 'second words');
  await typeText(page, 'words that were not saved yet');
  await openVersions(page);
  await expect(page.getByRole('radio', { name: /^Now.*Version 2/ })).toBeAttached();
  await chooseVersion(page, 1);
  await expect(page.getByRole('button', { name: /Restore/ })).toHaveCount(1);
  await look(page, 'restore');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('Version 1 is the current one again')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Versions', exact: true })).toBeHidden();
  await expect(textOf(page)).toHaveValue('first words');
  await expectOpen(page);
  // What was not saved yet was saved when the editor let go, and can be brought back too.
  await openVersions(page);
  await chooseVersion(page, 3);
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(textOf(page)).toHaveValue('words that were not saved yet');
  expect(complaints).toEqual([]);
});
