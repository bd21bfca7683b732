import { expect, test } from '@playwright/test';
import { startDocumentServer } from '../wopi-client/document-server';
import { expectAccessible, Portal } from './portal';

test('without a Document Server the page says how to connect one, and the document can be downloaded', async ({
  page,
}) => {
  const portal = await Portal.start({ DOCUMENT_SERVER_URL: '', WOPI_PROOF: 'verify' });
  try {
    await open(page, portal, 'No editor is connected yet');
    await expect(page.getByText('DOCUMENT_SERVER_URL')).toBeVisible();
    await expectAccessible(page);
  } finally {
    await portal.stop();
  }
});

test('a Document Server that is away leads to a page that says so within 10 seconds', async ({ page }) => {
  const away = await startDocumentServer();
  await away.close();
  const portal = await Portal.start({ DOCUMENT_SERVER_URL: away.url });
  try {
    await open(page, portal, 'The editor cannot be reached');
    await expectAccessible(page);
  } finally {
    await portal.stop();
  }
});

test('a type that no editor knows leads to a page with a download', async ({ page }) => {
  const portal = await Portal.start();
  try {
    await open(page, portal, 'cannot be opened here', 'Archive.zip');
    await expectAccessible(page);
  } finally {
    await portal.stop();
  }
});

async function open(
  page: import('@playwright/test').Page,
  portal: Portal,
  heading: string,
  name = 'Letter.docx',
): Promise<void> {
  await portal.signIn(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from('some bytes') });
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible({ timeout: 11_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe(name);
}
