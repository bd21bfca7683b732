import { expect, type Page, test } from '@playwright/test';
import { makeDocx, paragraph } from '../preview-files/make-docx';
import { startDocumentServer } from '../wopi-client/document-server';
import { expectAccessible, nothingConnected, Portal } from './portal';
import { sandbox } from './preview-steps';

test('without a Document Server an office document without a preview can be downloaded, and the page says how to connect one', async ({
  page,
}) => {
  const portal = await Portal.start(nothingConnected);
  try {
    await open(page, portal, 'No editor is connected yet', 'Budget.xlsx');
    await expect(page.getByText('DOCUMENT_SERVER_URL')).toBeVisible();
    await expect(page.getByText('10 bytes')).toBeVisible();
    await expectAccessible(page);

    // Nothing that is connected would open this one.
    await open(page, portal, 'cannot be opened here', 'Archive.zip');
    await expect(page.getByText('(ZIP)')).toBeVisible();
    await expect(page.getByText('10 bytes')).toBeVisible();
  } finally {
    await portal.stop();
  }
});

test('a Document Server that is away leads to a page that says so within 10 seconds, and to a preview', async ({
  page,
}) => {
  const away = await startDocumentServer();
  await away.close();
  const portal = await Portal.start({ DOCUMENT_SERVER_URL: away.url });
  try {
    await open(page, portal, 'The editor cannot be reached', 'Letter.docx', makeDocx(paragraph('Dear Lena,')));
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Open a preview' }).click();
    await expect(sandbox(page).getByText('Dear Lena,')).toBeVisible();
  } finally {
    await portal.stop();
  }
});

test('a type that no editor knows leads to a page with its type, its size and a download', async ({ page }) => {
  const portal = await Portal.start();
  try {
    await open(page, portal, 'cannot be opened here', 'Archive.zip');
    await expect(page.getByText('(ZIP)')).toBeVisible();
    await expect(page.getByText('10 bytes')).toBeVisible();
    await expectAccessible(page);
  } finally {
    await portal.stop();
  }
});

async function open(
  page: Page,
  portal: Portal,
  heading: string,
  name: string,
  buffer: Buffer = Buffer.from('some bytes'),
): Promise<void> {
  if (page.url() === 'about:blank') await portal.signIn(page);
  else await page.goto(`${portal.server.url}/documents`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer });
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible({ timeout: 11_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe(name);
}
