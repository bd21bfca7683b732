import { expect, type FrameLocator, type Page } from '@playwright/test';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { item } from './list-steps';
import { look } from './look';
import { test } from './test';
import { editorOf, expectOpen, textOf } from './version-steps';
import { watchConsole } from './watch-console';

const words = 'words of the nineties';
const openConverted = (page: Page | FrameLocator) => page.getByRole('button', { name: /open the converted file/ });

test('from the list through the conversion to the edit page of the new document; the original stays', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  const id = await portal.document(lena, 'Report.doc', words);
  await portal.open(page);
  await page.getByRole('button', { name: 'Actions for Report.doc' }).click();
  await expect(page.getByRole('menuitem', { name: 'Edit a copy as .docx' })).toBeVisible();
  await look(page, 'conversion-menu');
  await page.getByRole('menuitem', { name: 'Edit a copy as .docx' }).click();

  await expect(page.getByText('The original stays as it is.')).toBeVisible();
  await expect(openConverted(editorOf(page))).toBeVisible();
  expect(Number(portal.documentServer.lastForm.access_token_ttl)).toBeGreaterThan(Date.now());
  await look(page, 'conversion-page');
  const original = page.url();
  await openConverted(editorOf(page)).click();

  await expect(page).toHaveTitle('Report.docx — Lectern');
  await expect(page).toHaveURL(/\/edit\//);
  expect(page.url()).not.toBe(original);
  await expect(textOf(page)).toHaveValue(words);
  await expectOpen(page);

  // The page that converted is not in the history any more: Back makes no second copy.
  await page.goBack();
  await expect(item(page, 'Report.doc')).toBeVisible();
  await expect(item(page, 'Report.docx')).toBeVisible();
  await expect(item(page, 'Report (1).docx')).toBeHidden();
  expect(String(await portal.content(lena, id))).toBe(words);
  expect(complaints).toEqual([]);
});

test('the page that only shows an old format offers the copy', async ({ page, portal, lena }) => {
  await portal.document(lena, 'Memo.doc', words);
  await portal.open(page);
  await item(page, 'Memo.doc').click();
  const offer = page.getByRole('link', { name: 'Edit a copy as .docx' });
  await expect(offer).toBeVisible();
  await expect(textOf(page)).not.toBeEditable();
  await look(page, 'conversion-offer');
  await page.getByRole('button', { name: 'Hide this line' }).click();
  await expect(offer).toBeHidden();
  await page.reload();
  await offer.click();
  await expect(openConverted(editorOf(page))).toBeVisible();
});

test('the viewer’s own Edit button leads to the copy too, and Back to what was viewed', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Viewer.doc', words);
  await page.goto(`${portal.url}/view/${id}`);
  await editorOf(page).getByRole('button', { name: 'Edit', exact: true }).click();
  await openConverted(editorOf(page)).click();
  await expect(page).toHaveTitle('Viewer.docx — Lectern');
  await page.goBack();
  await expect(page).toHaveTitle('Viewer.doc — Lectern');
  await expect(page).toHaveURL(/\/view\//);
});

test('where copies of a document are forbidden it is only viewed, and no copy is offered', async ({
  page,
  portal,
  lena,
}) => {
  const documentId = await portal.document(lena, 'Secret.doc', words);
  await forbidCopies(lena, { documentId, forbidden: true });
  await portal.open(page);
  await page.getByRole('button', { name: 'Actions for Secret.doc' }).click();
  await expect(page.getByRole('menuitem', { name: 'Allow Save Copy As' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Edit a copy as .docx' })).toBeHidden();
  await page.goto(`${portal.url}/edit/${documentId}`);
  await expect(textOf(page)).not.toBeEditable();
  await expect(page.getByRole('link', { name: 'Edit a copy as .docx' })).toBeHidden();
});
