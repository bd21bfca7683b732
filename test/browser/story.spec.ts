import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, expect, type FrameLocator, type Page, test } from '@playwright/test';
import { textOfDocument } from '../wopi-client/office-text';
import { WopiClient } from '../wopi-client/wopi-client';
import { expectAccessible, Portal, watchConsole } from './portal';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(async () => {
  await portal?.stop();
});

const docx = path.resolve(import.meta.dirname, '../../lib/documents/templates/blank.docx');

function editorOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

async function upload(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: readFileSync(docx) });
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}

async function downloaded(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download' }).click();
  return textOfDocument(name, readFileSync(await (await download).path()));
}

test('sign in, upload, edit, save, Save Copy As, find the copy, open it by HostEditUrl and HostViewUrl; a second person meets the same lock', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const complaints = watchConsole(page);
  await portal.signInAnew(page);
  await expectAccessible(page);
  await upload(page, 'Annual report.docx');

  await test.step('edit and save', async () => {
    await page.getByRole('link', { name: 'Annual report.docx', exact: true }).click();
    await expect(page).toHaveTitle(/^Annual report\.docx — Lectern$/);
    await editorOf(page).getByLabel('Text of the document').fill('Words that must not be lost');
    await editorOf(page).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(editorOf(page).getByRole('status')).toHaveText('Saved');
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
    await secondPerson(browser, page.url());
  });

  await test.step('close leads back to the list, which shows the copy', async () => {
    await editorOf(page).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Annual report (1).docx', exact: true })).toBeVisible();
    expect(await downloaded(page, 'Annual report.docx')).toBe('Words that must not be lost');
    expect(await downloaded(page, 'Annual report (1).docx')).toBe('Words that must not be lost');
  });

  await test.step('HostEditUrl and HostViewUrl open the copy', async () => {
    await page.goto(new URL(copyUrl, portal.server.url).href);
    await expect(editorOf(page).getByLabel('Text of the document')).toHaveValue('Words that must not be lost');
    await expect(editorOf(page).getByLabel('Text of the document')).toBeEditable();
    await page.goto(new URL(copyUrl.replace('/edit/', '/view/'), portal.server.url).href);
    await expect(editorOf(page).getByLabel('Text of the document')).toHaveValue('Words that must not be lost');
    await expect(editorOf(page).getByLabel('Text of the document')).not.toBeEditable();
    await editorOf(page).getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(page).toHaveURL(/\/edit\//);
  });
  expect(complaints).toEqual([]);
});

async function secondPerson(browser: Browser, editUrl: string): Promise<void> {
  const documentId = editUrl.split('/').at(-1) ?? '';
  const ben = (await portal.run('create-user', 'ben@example.com', '--name', 'Ben')) as { password: string }; // the command's JSON
  await portal.run('share', documentId, '--user', 'ben@example.com', '--role', 'editor');
  const context = await browser.newContext();
  const page = await context.newPage();
  await portal.signInAnew(page, { email: 'ben@example.com', password: ben.password });
  await page.getByRole('link', { name: 'Shared with me' }).click();
  await expect(page.getByRole('link', { name: 'Annual report.docx', exact: true })).toBeVisible();
  await expect(page.getByText('is editing')).toBeVisible();
  await page.goto(editUrl);
  await expect(editorOf(page).getByLabel('Text of the document')).toBeEditable();
  await expect(editorOf(page).getByText('2 people are editing.')).toBeVisible();

  const token = (await portal.run('wopi-token', documentId, '--user', 'ben@example.com')) as {
    WOPISrc: string;
    access_token: string;
  };
  const client = new WopiClient({
    wopiSrc: token.WOPISrc,
    accessToken: token.access_token,
    signer: portal.documentServer.signer,
  });
  expect((await client.lock(documentId)).status).toBe(200);
  const foreign = await client.lock('a foreign lock');
  expect([foreign.status, foreign.headers['x-wopi-lock']]).toEqual([409, documentId]);
  await editorOf(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Shared with me', level: 1 })).toBeVisible();
  await context.close();
}

test('New makes a document from a blank template, opens it, and a rename in the editor reaches title and list', async ({
  page,
}) => {
  await portal.signInAnew(page);
  for (const [kind, name] of [
    ['Document', 'Minutes'],
    ['Spreadsheet', 'Budget'],
    ['Presentation', 'Board meeting'],
  ] as const) {
    await page.getByRole('button', { name: 'New' }).first().click();
    await page.getByRole('menuitem', { name: kind }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expect(editorOf(page).getByLabel('Text of the document')).toBeEditable();
    await expect(page).toHaveTitle(new RegExp(`^${name}\\.(docx|xlsx|pptx) — Lectern$`));
    if (kind === 'Document') {
      await editorOf(page).getByRole('button', { name: 'Rename' }).click();
      await editorOf(page).getByLabel('Name').fill('Protokoll für Zoë');
      await editorOf(page).getByRole('button', { name: 'OK' }).click();
      await expect(page).toHaveTitle('Protokoll für Zoë.docx — Lectern');
    }
    await editorOf(page).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('heading', { name: 'My documents' })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: 'Protokoll für Zoë.docx', exact: true })).toBeVisible();
});

test('rename, move to the trash and undo from the list say that they are done', async ({ page }) => {
  await portal.signInAnew(page);
  await upload(page, 'Draft.docx');
  await page.getByRole('button', { name: 'Actions for Draft.docx' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByLabel('New name').fill('Final');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Final.docx', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Final.docx' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByRole('link', { name: 'Final.docx', exact: true })).toBeHidden();
  // The new name can be taken back as well.
  await page
    .getByRole('dialog', { name: /moved to the trash/ })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByRole('link', { name: 'Final.docx', exact: true })).toBeVisible();
});

test('a copy that is saved in another window appears in the list without a reload', async ({ page, context }) => {
  await portal.signInAnew(page);
  await upload(page, 'Source.docx');
  const editor = await context.newPage();
  await editor.goto(
    new URL(
      (await page.getByRole('link', { name: 'Source.docx', exact: true }).getAttribute('href')) ?? '',
      portal.server.url,
    ).href,
  );
  await editorOf(editor).getByRole('button', { name: 'Save Copy As' }).click();
  await editorOf(editor).getByLabel('Name').fill('A quiet copy.docx');
  await editorOf(editor).getByRole('button', { name: 'OK' }).click();
  await page.bringToFront();
  await expect(page.getByRole('link', { name: 'A quiet copy.docx', exact: true })).toBeVisible();
});
