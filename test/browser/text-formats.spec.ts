import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { nothingConnected, Portal } from './portal';
import {
  confirmButton,
  editorFrame,
  openBytes,
  saveState,
  storedBytes,
  textBox,
  textIn,
  typeAtEnd,
} from './text-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
});
test.afterAll(() => portal?.stop());

async function saveWith(page: Page, text: string): Promise<void> {
  await typeAtEnd(page, text);
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const cases: [string, (text: string) => Buffer, string, string][] = [
  ['UTF-8 with CRLF', (text) => Buffer.from(text), 'grün\r\nblau\r\n', 'UTF-8'],
  ['UTF-8 with BOM and CR', (text) => Buffer.from(`\ufeff${text}`), 'grün\rblau\r', 'UTF-8 with BOM'],
  ['UTF-16 LE with BOM', (text) => utf16(`\ufeff${text}`), 'grün\nblau\n', 'UTF-16 LE'],
  ['UTF-16 BE with BOM and CRLF', (text) => bigEndian(`\ufeff${text}`), 'grün\r\nblau\r\n', 'UTF-16 BE'],
  ['UTF-16 LE without a mark', (text) => utf16(text), 'green and blue\nred\n', 'UTF-16 LE'],
  ['Latin-1', latin1, 'grün\nblau\n', 'Windows-1252'],
];
test('an encoding and line ends are recognised and kept byte for byte', async ({ page }) => {
  await portal.signIn(page);
  for (const [title, encode, text, shown] of cases) {
    await test.step(title, async () => {
      const id = await openBytes(page, portal, `${title}.txt`, encode(text));
      await expect(editorFrame(page).locator('.status-line')).toContainText(shown);
      await expect.poll(() => textIn(page)).toBe(text.replace(/\r\n?/g, '\n'));
      if (encode === latin1) await confirmButton(page).click();
      await saveWith(page, 'ende');
      expect((await storedBytes(page, portal, id)).toString('hex')).toBe(encode(`${text}ende`).toString('hex'));
    });
  }
});

test('mixed line ends and bytes that are no UTF-8 are kept; of what Latin-1 lacks the person is asked, and may save in UTF-8', async ({
  page,
}) => {
  await portal.signIn(page);
  await test.step('mixed line ends stay as they are, and are named', () => keepsMixedEnds(page));
  await test.step('of invalid UTF-8 no byte is lost', () => keepsInvalid(page));
  await test.step('what Latin-1 lacks is saved in UTF-8 when the person says so', () => widens(page));
});

async function keepsMixedEnds(page: Page): Promise<void> {
  const text = 'one\r\ntwo\nthree\rfour';
  const id = await openBytes(page, portal, 'Mixed.txt', Buffer.from(text));
  await expect(editorFrame(page).locator('.status-line')).toContainText('Mixed line ends');
  await saveWith(page, '!');
  expect((await storedBytes(page, portal, id)).toString()).toBe(`${text}!`);
}

async function widens(page: Page): Promise<void> {
  const id = await openBytes(page, portal, 'Old.txt', latin1('grün\n'));
  await expect(editorFrame(page).locator('.status-line')).toContainText('Windows-1252');
  await confirmButton(page).click();
  await typeAtEnd(page, '→ 日本');
  await page.keyboard.press('Control+s');
  await expect(editorFrame(page).getByText(/has no →, 日, 本/)).toBeVisible();
  expect((await storedBytes(page, portal, id)).toString('latin1')).toBe('grün\n');
  await editorFrame(page).getByRole('button', { name: 'Save the file as UTF-8' }).click();
  await expect(saveState(page)).toHaveText('Saved');
  await expect(editorFrame(page).locator('.status-line')).toContainText('UTF-8');
  expect((await storedBytes(page, portal, id)).toString()).toBe('grün\n→ 日本');
}

async function keepsInvalid(page: Page): Promise<void> {
  const bytes = Buffer.concat([Buffer.from('grün '), Buffer.from([0xc3, 0x28, 0xff, 0x81, 0x20])]);
  const id = await openBytes(page, portal, 'Broken.txt', bytes);
  await confirmButton(page).click();
  await saveWith(page, 'end');
  expect((await storedBytes(page, portal, id)).toString('hex')).toBe(
    Buffer.concat([bytes, Buffer.from('end')]).toString('hex'),
  );
}

test('a binary file named .txt is not opened: a sentence, a download, and the file as it was', async ({ page }) => {
  await portal.signIn(page);
  const bytes = Buffer.from(Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256));
  const id = await openBytes(page, portal, 'Binary.txt', bytes);
  await expect(editorFrame(page).getByRole('heading', { name: 'This is not a text' })).toBeVisible();
  const coming = page.waitForEvent('download');
  await editorFrame(page).getByRole('link', { name: 'Download' }).click();
  expect((await readFile(await (await coming).path())).equals(bytes)).toBe(true);
  await editorFrame(page).getByRole('button', { name: 'Back to my documents' }).click();
  await expect(page.getByRole('link', { name: 'Binary.txt', exact: true })).toBeVisible();
  expect((await storedBytes(page, portal, id)).equals(bytes)).toBe(true);
});

test('a line of 200,000 columns is opened, edited and saved', async ({ page }) => {
  await portal.signIn(page);
  const line = 'lorem ipsum '.repeat(16_667);
  const id = await openBytes(page, portal, 'Long line.json', Buffer.from(line));
  await expect(textBox(page)).toBeVisible();
  await saveWith(page, 'the end');
  expect((await storedBytes(page, portal, id)).toString()).toBe(`${line}the end`);
});

test('nearly 10 MB are edited: the page follows the keys', async ({ page }) => {
  await portal.signIn(page);
  const row = 'some value,12345,another value,2026-11-25\n';
  const text = row.repeat(Math.floor((9.9 * 1024 * 1024) / row.length));
  const id = await openBytes(page, portal, 'Large.csv', Buffer.from(text));
  await expect(textBox(page)).toBeVisible({ timeout: 30_000 });
  const before = Date.now();
  await typeAtEnd(page, 'twenty keys in a row');
  const description = `${Date.now() - before} ms`;
  test.info().annotations.push({ type: 'twenty keys in a text of 9.9 MB', description });
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved', { timeout: 30_000 });
  expect((await storedBytes(page, portal, id)).equals(Buffer.from(`${text}twenty keys in a row`))).toBe(true);
});

test('a CSV of a million rows shows its beginning and a download', async ({ page }) => {
  await portal.signIn(page);
  const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => `${at},row ${at},value\n`).join(''));
  const id = await openBytes(page, portal, 'Million.csv', bytes);
  await expect(editorFrame(page).getByText(/too large to be edited here/)).toBeVisible();
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'false');
  await expect(textBox(page)).toContainText('0,row 0,value');
  await expect(editorFrame(page).getByRole('link', { name: 'Download' })).toBeVisible();
  expect((await storedBytes(page, portal, id)).length).toBe(bytes.length);
});
