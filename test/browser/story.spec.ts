import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { textOfDocument } from '../wopi-client/office-text';
import { expectAccessible } from './expect-accessible';
import { choose, item } from './list-steps';
import { signIn } from './sign-in';
import { test } from './test';
import { answerInEditor, editorOf, expectOpen, saveText, textOf } from './version-steps';
import { watchConsole } from './watch-console';

const docx = readFileSync(path.resolve(import.meta.dirname, '../../lib/documents/templates/blank.docx'));
const words = 'Words that must not be lost';

async function downloaded(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await choose(page, name, 'Download');
  return textOfDocument(name, readFileSync(await (await download).path()));
}

test('sign in, upload, edit, save, Save Copy As, find the copy, open it by HostEditUrl and HostViewUrl; a second person meets the same lock', async ({
  newWindow: page,
  portal,
  lena,
  elsewhere,
}) => {
  const complaints = watchConsole(page);
  await signIn(page, portal.url, lena);
  await expectAccessible(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name: 'Annual report.docx', mimeType: 'application/octet-stream', buffer: docx });

  await test.step('edit and save', async () => {
    await item(page, 'Annual report.docx').click();
    await expect(page).toHaveTitle(/^Annual report\.docx — Lectern$/);
    await saveText(page, words);
    expect(new URL(page.url()).search).toBe('');
    expect(portal.documentServer.lastForm.access_token).toMatch(/^[0-9A-Za-z]{43,}$/);
    expect(Number(portal.documentServer.lastForm.access_token_ttl)).toBeGreaterThan(Date.now() + 9 * 3_600_000);
    expect(portal.documentServer.lastReferer ?? '').not.toContain('/edit/');
    await expectAccessible(page);
  });

  const copyUrl = await test.step('Save Copy As proposes the same name; the page offers to open the copy', async () => {
    await editorOf(page).getByRole('button', { name: 'Save Copy As' }).click();
    await editorOf(page).getByRole('button', { name: 'OK' }).click();
    await expect(editorOf(page).getByRole('status')).toHaveText('The file copy was successfully saved');
    await expect(page.getByText('Copy saved: Annual report (1).docx')).toBeVisible();
    const link = page.getByRole('link', { name: 'Open it' });
    return (await link.getAttribute('href')) ?? '';
  });

  await test.step('the second person with a grant meets the same lock, a foreign lock 409', async () => {
    const documentId = page.url().split('/').at(-1) ?? '';
    const ben = await portal.person('Ben');
    await portal.share(lena, documentId, ben, 'editor');
    const bens = await elsewhere(ben);
    await portal.open(bens, '/shared');
    await expect(item(bens, 'Annual report.docx')).toBeVisible();
    await expect(bens.getByText('is editing')).toBeVisible();
    await bens.goto(page.url());
    await expectOpen(bens);
    await expect(editorOf(bens).getByText('2 people are editing.')).toBeVisible();
    const client = await portal.client(documentId, ben);
    expect((await client.lock(documentId)).status).toBe(200);
    const foreign = await client.lock('a foreign lock');
    expect([foreign.status, foreign.headers['x-wopi-lock']]).toEqual([409, documentId]);
    await editorOf(bens).getByRole('button', { name: 'Close' }).click();
    await expect(bens.getByRole('heading', { name: 'Shared with me', level: 1 })).toBeVisible();
  });

  await test.step('close leads back to the list, which shows the copy', async () => {
    await editorOf(page).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    await expect(item(page, 'Annual report (1).docx')).toBeVisible();
    expect(await downloaded(page, 'Annual report.docx')).toBe(words);
    expect(await downloaded(page, 'Annual report (1).docx')).toBe(words);
  });

  await test.step('HostEditUrl and HostViewUrl open the copy', async () => {
    await page.goto(new URL(copyUrl, portal.url).href);
    await expect(textOf(page)).toHaveValue(words);
    await expectOpen(page);
    await page.goto(new URL(copyUrl.replace('/edit/', '/view/'), portal.url).href);
    await expect(textOf(page)).toHaveValue(words);
    await expect(textOf(page)).not.toBeEditable();
    // No warning of ONLYOFFICE's, and its pencil.
    await expect(editorOf(page).getByRole('status')).toBeEmpty();
    await editorOf(page).getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(page).toHaveURL(/\/edit\//);
  });
  expect(complaints).toEqual([]);
});

test('New makes a document from a blank template, opens it, and a rename in the editor reaches title and list', async ({
  page,
  portal,
}) => {
  await portal.open(page);
  for (const [kind, name] of [
    ['Document', 'Minutes'],
    ['Spreadsheet', 'Budget'],
    ['Presentation', 'Board meeting'],
  ] as const) {
    await page.getByRole('button', { name: 'New', exact: true }).first().click();
    await page.getByRole('menuitem', { name: kind }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expectOpen(page);
    await expect(page).toHaveTitle(new RegExp(`^${name}\\.(docx|xlsx|pptx) — Lectern$`));
    if (kind === 'Document') {
      await editorOf(page).getByRole('button', { name: 'Rename' }).click();
      await answerInEditor(page, 'Protokoll für Zoë');
      await expect(page).toHaveTitle('Protokoll für Zoë.docx — Lectern');
    }
    await editorOf(page).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'New', exact: true }).first()).toBeEnabled();
  }
  await expect(item(page, 'Protokoll für Zoë.docx')).toBeVisible();
});

test('rename, move to the trash and undo from the list say that they are done', async ({ page, portal, lena }) => {
  await portal.documents(lena, ['Draft.docx']);
  await portal.open(page);
  await choose(page, 'Draft.docx', 'Rename…');
  await page.getByLabel('New name').fill('Final');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Rename', exact: true })).toBeHidden();
  await choose(page, 'Final.docx', 'Move to trash');
  await expect(item(page, 'Final.docx')).toBeHidden();
  // The new name can be taken back as well.
  await page
    .getByRole('dialog', { name: /moved to the trash/ })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(item(page, 'Final.docx')).toBeVisible();
});

test('a copy that is saved in another window appears in the list without a reload', async ({ page, portal, lena }) => {
  const id = await portal.document(lena, 'Source.docx', docx);
  await portal.open(page);
  await expect(item(page, 'Source.docx')).toBeVisible();
  expect((await (await portal.client(id, lena)).putRelativeFile('A quiet copy.docx', docx)).status).toBe(200);
  await expect(item(page, 'A quiet copy.docx')).toBeVisible();
});
