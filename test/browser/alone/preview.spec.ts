import { expect } from '@playwright/test';
import { link, makeDocx, pageBreak, paragraph, picture } from '../../preview-files/make-docx';
import { makePdf } from '../../preview-files/make-pdf';
import { makePng } from '../../preview-files/make-png';
import { item } from '../list-steps';
import { openFile, previewFrame, sandbox } from '../preview-steps';
import { test } from '../test';
import { watchConsole } from '../watch-console';

const blue = makePng(60, 40, [40, 90, 200]);
const letter = makeDocx(
  paragraph('Dear Lena,') +
    picture('embed', 'rId7') +
    pageBreak +
    paragraph('The second page.') +
    link('rId8', 'our pages'),
  {
    relations: [
      { id: 'rId7', type: 'image', target: 'media/blue.png' },
      { id: 'rId8', type: 'hyperlink', target: 'https://example.com/letter', external: true },
    ],
    more: { 'word/media/blue.png': blue },
  },
);

test('without a Document Server a .docx opens from the list as a preview, with its pictures, and Close leads back', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  const id = await portal.document(lena, 'Letter.docx', letter);
  await portal.open(page);
  await item(page, 'Letter.docx').click();
  await expect(sandbox(page).getByText('Dear Lena,')).toBeVisible();
  await expect(sandbox(page).locator('section.docx')).toHaveCount(2);
  await expect
    .poll(() =>
      sandbox(page)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(60);
  await previewFrame(page).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My documents' })).toBeVisible();
  expect(await portal.content(lena, id)).toEqual(letter);
  expect(complaints).toEqual([]);
});

test('a .docx is scaled to the window, and larger and smaller on demand', async ({ page, portal, lena }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openFile(page, portal, lena, 'Scaled.docx', letter);
  const sheet = sandbox(page).locator('section.docx').first();
  const width = async () => (await sheet.boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(300);
  expect(await width()).toBeLessThanOrEqual(360);
  const size = previewFrame(page).getByRole('status', { name: 'Size' });
  const before = await size.textContent();
  await previewFrame(page).getByRole('button', { name: 'Larger' }).click();
  await expect(size).not.toHaveText(before ?? '');
  await previewFrame(page).getByRole('button', { name: 'Fit width' }).click();
  await expect(size).toHaveText(before ?? '');
  await previewFrame(page).getByRole('button', { name: 'Actual size' }).click();
  await expect(size).toHaveText('100 %');
  await expect.poll(width).toBeGreaterThan(700);
});

test('a link of a document opens in a tab of its own', async ({ page, context, portal, lena }) => {
  await context.route('https://example.com/**', (route) => route.fulfill({ body: 'over there' }));
  await openFile(page, portal, lena, 'Links.docx', letter);
  const opened = context.waitForEvent('page');
  await sandbox(page).getByRole('link', { name: 'our pages' }).click();
  const tab = await opened;
  await tab.waitForURL('https://example.com/letter');
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await expect(sandbox(page).getByText('Dear Lena,')).toBeVisible();
});

test('a PDF shows its pages, counts them, goes to one by its number, and its text can be selected', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  const pages = Array.from({ length: 40 }, (_, index) => `This is leaf ${index + 1}`);
  await openFile(page, portal, lena, 'Book.pdf', makePdf({ pages }));
  const frame = previewFrame(page);
  await expect(sandbox(page).getByText('This is leaf 1', { exact: true })).toBeAttached();
  await expect(frame.getByText('of 40')).toBeVisible();
  // The browser's own search finds what was not scrolled to.
  await expect(sandbox(page).getByText('This is leaf 40')).toBeAttached();
  expect(await sandbox(page).locator('.page canvas').count()).toBeLessThanOrEqual(8);
  await expect(frame.getByRole('button', { name: 'Previous page' })).toBeDisabled();
  await frame.getByRole('button', { name: 'Next page' }).click();
  await expect(frame.getByRole('textbox', { name: 'Page' })).toHaveValue('2');
  await frame.getByRole('textbox', { name: 'Page' }).fill('33');
  await page.keyboard.press('Enter');
  await expect(sandbox(page).getByText('This is leaf 33')).toBeVisible();
  await expect(frame.getByRole('textbox', { name: 'Page' })).toHaveValue('33');
  await expect(sandbox(page).getByRole('region', { name: 'Page 33' }).locator('canvas')).toBeAttached();
  await expect.poll(() => sandbox(page).locator('.page canvas').count()).toBeLessThanOrEqual(8);
  await sandbox(page).getByText('This is leaf 33').selectText();
  await frame.getByRole('button', { name: 'Larger' }).click();
  await expect(frame.getByRole('textbox', { name: 'Page' })).toHaveValue('33');
  expect(complaints).toEqual([]);
});

test('a PDF with a password asks for it, also after a wrong one', async ({ page, portal, lena }) => {
  await openFile(page, portal, lena, 'Locked.pdf', makePdf({ pages: ['Behind the door'], password: 'sesame' }));
  const frame = previewFrame(page);
  await expect(frame.getByRole('heading', { name: 'This document has a password' })).toBeVisible();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(frame.getByText('That is not the password. Try again.')).toBeVisible();
  await frame.getByLabel('Password').fill('sesame');
  await frame.getByRole('button', { name: 'Open' }).click();
  await expect(sandbox(page).getByText('Behind the door')).toBeAttached();
});

test('a picture is shown whole, and in its own size on demand', async ({ page, portal, lena }) => {
  const complaints = watchConsole(page);
  await openFile(page, portal, lena, 'Sea.png', makePng(3000, 1000, [40, 90, 200]));
  const picture = sandbox(page).getByRole('img', { name: 'Sea.png' });
  await expect(picture).toBeVisible();
  const { width = 0 } = (await picture.boundingBox()) ?? {};
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await previewFrame(page).getByRole('button', { name: 'Actual size' }).click();
  await expect.poll(async () => (await picture.boundingBox())?.width).toBe(3000);
  expect(complaints).toEqual([]);
});

test('a JPEG picture is shown by each of the names that browsers and Windows give it', async ({
  page,
  portal,
  lena,
}) => {
  const dot =
    '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z';
  for (const name of ['photo.jfif', 'photo.jpe', 'photo.pjpeg']) {
    await openFile(page, portal, lena, name, Buffer.from(dot, 'base64'));
    await expect(sandbox(page).getByRole('img', { name })).toBeVisible();
  }
});

test('a drawing (SVG) is shown, large enough to be seen', async ({ page, portal, lena }) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>';
  await openFile(page, portal, lena, 'Dot.svg', Buffer.from(svg));
  const drawing = sandbox(page).getByRole('img', { name: 'Dot.svg' });
  await expect.poll(async () => (await drawing.boundingBox())?.width ?? 0).toBeGreaterThan(300);
});

test('an earlier version is previewed too, with the way back', async ({ page, portal, lena }) => {
  const id = await portal.document(lena, 'Plan.docx', makeDocx(paragraph('Plan A')));
  await portal.document(lena, 'Plan.docx', makeDocx(paragraph('Plan B')));
  await page.goto(`${portal.url}/view/${id}?version=1`);
  await expect(sandbox(page).getByText('Plan A')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the current version' }).click();
  await expect(sandbox(page).getByText('Plan B')).toBeVisible();
});

test('the document is downloaded under its name from the preview', async ({ page, portal, lena }) => {
  await openFile(page, portal, lena, 'Take me.docx', letter);
  const download = page.waitForEvent('download');
  await previewFrame(page).getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('Take me.docx');
});
