import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../test';
import { confirmButton, editorFrame, expectText, openBytes, saveState, textBox, typeAtEnd } from '../text-steps';

async function saveWith(page: Page, text: string): Promise<void> {
  await typeAtEnd(page, text);
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
}

const statusLine = (page: Page) => editorFrame(page).locator('.status-line');

test('an encoding and line ends are recognised, named and kept byte for byte', async ({ page, portal, lena }) => {
  await test.step('UTF-16 BE with BOM and CRLF', async () => {
    const bytes = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    const id = await openBytes(page, portal, lena, 'Big.txt', bytes('grün\r\nblau\r\n'));
    await expect(statusLine(page)).toContainText('UTF-16 BE');
    await expectText(page, 'grün\nblau\n');
    await saveWith(page, 'ende');
    expect(await portal.content(lena, id)).toEqual(bytes('grün\r\nblau\r\nende'));
  });
  await test.step('mixed line ends', async () => {
    const id = await openBytes(page, portal, lena, 'Mixed.txt', Buffer.from('one\r\ntwo\nthree\rfour'));
    await expect(statusLine(page)).toContainText('Mixed line ends');
    await saveWith(page, '!');
    expect(String(await portal.content(lena, id))).toBe('one\r\ntwo\nthree\rfour!');
  });
});

test('Latin-1 is kept; of what it lacks the person is asked, and may save in UTF-8', async ({ page, portal, lena }) => {
  const id = await openBytes(page, portal, lena, 'Old.txt', Buffer.from('grün\n', 'latin1'));
  await expect(statusLine(page)).toContainText('Windows-1252');
  await confirmButton(page).click();
  await saveWith(page, 'ende');
  const saved = Buffer.from('grün\nende', 'latin1');
  expect(await portal.content(lena, id)).toEqual(saved);
  await typeAtEnd(page, '→ 日本');
  await page.keyboard.press('Control+s');
  await expect(editorFrame(page).getByText(/has no →, 日, 本/)).toBeVisible();
  expect(await portal.content(lena, id)).toEqual(saved);
  await editorFrame(page).getByRole('button', { name: 'Save the file as UTF-8' }).click();
  await expect(saveState(page)).toHaveText('Saved');
  await expect(statusLine(page)).toContainText('UTF-8');
  expect(String(await portal.content(lena, id))).toBe('grün\nende→ 日本');
});

test('a binary file named .txt is not opened: a sentence, a download, and the file as it was', async ({
  page,
  portal,
  lena,
}) => {
  const bytes = Buffer.from(Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256));
  const id = await openBytes(page, portal, lena, 'Binary.txt', bytes);
  await expect(editorFrame(page).getByRole('heading', { name: 'This is not a text' })).toBeVisible();
  const coming = page.waitForEvent('download');
  await editorFrame(page).getByRole('link', { name: 'Download' }).click();
  expect((await readFile(await (await coming).path())).equals(bytes)).toBe(true);
  await editorFrame(page).getByRole('button', { name: 'Back to my documents' }).click();
  await expect(page.getByRole('link', { name: 'Binary.txt', exact: true })).toBeVisible();
  expect((await portal.content(lena, id)).equals(bytes)).toBe(true);
});

test('a line of 200,000 columns is opened, edited and saved', async ({ page, portal, lena }) => {
  const line = 'lorem ipsum '.repeat(16_667);
  const id = await openBytes(page, portal, lena, 'Long line.json', Buffer.from(line));
  await expect(textBox(page)).toBeVisible();
  await saveWith(page, 'the end');
  expect(String(await portal.content(lena, id))).toBe(`${line}the end`);
});

test('nearly 10 MB are edited: the page follows the keys', async ({ page, portal, lena }) => {
  const row = 'some value,12345,another value,2026-11-25\n';
  const text = row.repeat(Math.floor((9.9 * 1024 * 1024) / row.length));
  const id = await openBytes(page, portal, lena, 'Large.csv', Buffer.from(text));
  await expect(textBox(page)).toBeVisible({ timeout: 30_000 });
  const before = Date.now();
  await typeAtEnd(page, 'twenty keys in a row');
  const description = `${Date.now() - before} ms`;
  test.info().annotations.push({ type: 'twenty keys in a text of 9.9 MB', description });
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved', { timeout: 30_000 });
  expect((await portal.content(lena, id)).equals(Buffer.from(`${text}twenty keys in a row`))).toBe(true);
});

test('a CSV of a million rows shows its beginning and a download', async ({ page, portal, lena }) => {
  const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => `${at},row ${at},value\n`).join(''));
  const id = await openBytes(page, portal, lena, 'Million.csv', bytes);
  await expect(editorFrame(page).getByText(/too large to be edited here/)).toBeVisible();
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'false');
  await expect(textBox(page)).toContainText('0,row 0,value');
  await expect(editorFrame(page).getByRole('link', { name: 'Download' })).toBeVisible();
  expect((await portal.content(lena, id)).length).toBe(bytes.length);
});
