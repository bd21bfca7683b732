import { expect } from '@playwright/test';
import { faultyFiles } from '../../preview-files/faulty-files';
import { makePng } from '../../preview-files/make-png';
import { openFile, previewFrame, sandbox } from '../preview-steps';
import { test } from '../test';

/** What unpacking a .docx finds out is tested there; here one of each sentence, and what is found out in the browser. */
const files = faultyFiles().filter(
  ({ name }) => !/\.docx$/.test(name) || /^(Text|Secret|Empty|No XML|Deep|Lying bomb)\./.test(name),
);

for (const file of files) {
  const { name, title } = file;
  test(`${name} leads to a sentence and a download: ${title}`, async ({ page, portal, lena }) => {
    const crashed: string[] = [];
    page.on('crash', () => crashed.push('the page'));
    const { bytes } = file;
    const id = await openFile(page, portal, lena, name, bytes);
    const card = previewFrame(page).getByRole('alert');
    await expect(card.getByRole('heading', { name: title })).toBeVisible();
    const download = page.waitForEvent('download');
    await card.getByRole('link', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe(name);
    expect(await portal.content(lena, id)).toEqual(bytes);
    expect(crashed).toEqual([]);
  });
}

test('a document that cannot be shown is closed like any other', async ({ page, portal, lena }) => {
  await openFile(page, portal, lena, 'Text.docx', Buffer.from('Only a text with a name like this.'));
  await expect(previewFrame(page).getByRole('alert')).toBeVisible();
  await previewFrame(page).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My documents' })).toBeVisible();
});

test('a server that does not answer is a sentence, and Try again brings the document', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Later.png', makePng(20, 20, [0, 120, 0]));
  await page.route('**/wopi/files/*/contents', (route) => route.abort());
  await page.goto(`${portal.url}/view/${id}`);
  const frame = previewFrame(page);
  await expect(frame.getByRole('heading', { name: 'The document could not be loaded' })).toBeVisible();
  await page.unroute('**/wopi/files/*/contents');
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(sandbox(page).getByRole('img', { name: 'Later.png' })).toBeVisible();
});

test('a document that was deleted meanwhile is a sentence', async ({ page, portal, lena }) => {
  const id = await portal.document(lena, 'Gone.png', makePng(20, 20, [0, 120, 0]));
  await page.route('**/wopi/files/*', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${portal.url}/view/${id}`);
  await expect(previewFrame(page).getByRole('heading', { name: 'This document is not there' })).toBeVisible();
});
