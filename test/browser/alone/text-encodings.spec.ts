import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { look } from '../look';
import { test } from '../test';
import {
  chooseInEditor,
  confirmButton,
  editorFrame,
  expectEditorAccessible,
  expectText,
  openBytes,
  saveState,
  textBox,
  typeAtEnd,
} from '../text-steps';

const sample = z.object({
  encoding: z.string(),
  text: z.string(),
  bytes: z.string(),
  typed: z.string(),
  after: z.string(),
});
const samples = z
  .record(z.string(), sample)
  .parse(JSON.parse(readFileSync('test/fixtures/texts-of-encodings.json', 'utf8')));
const bytesOf = (name: string) => Buffer.from(samples[name]?.bytes ?? '', 'hex');

const dialog = (page: Page) => editorFrame(page).getByRole('dialog', { name: 'How is this text written?' });

async function shownIn(page: Page): Promise<string> {
  return (await textBox(page).locator('.cm-line').allTextContents()).join('\n');
}

/** Chooses the offered encoding in which the words are those. */
async function chooseReading(page: Page, text: string): Promise<void> {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 20);
  await dialog(page).getByRole('radio', { name: words }).first().check();
  await dialog(page).getByRole('button', { name: 'Show it so' }).click();
  await expect(dialog(page)).toBeHidden();
}

/** Those whose tables come from the browser; all of them are read and written in test/app/built-in/encoding. */
const ofTheBrowser = ['besprechung-sjis.txt', 'teilnehmer-gbk.csv', 'liste-big5.txt', 'memo-euckr.txt'];

for (const name of ofTheBrowser) {
  test(`a text of an older encoding is read, confirmed, and written in its own encoding: ${name}`, async ({
    page,
    portal,
    lena,
  }) => {
    const { bytes, text, typed, after } = samples[name] ?? { bytes: '', text: '', typed: '', after: '' };
    const id = await openBytes(page, portal, lena, name, Buffer.from(bytes, 'hex'));
    await expect(confirmButton(page)).toBeVisible();
    if ((await shownIn(page)) === text) await confirmButton(page).click();
    else {
      await editorFrame(page).getByRole('button', { name: 'Other encoding…' }).click();
      await chooseReading(page, text);
    }
    await expectText(page, text);
    await typeAtEnd(page, typed);
    await page.keyboard.press('Control+s');
    await expect(saveState(page)).toHaveText('Saved');
    expect((await portal.content(lena, id)).toString('hex')).toBe(after);
  });
}

test('while the encoding is a guess nothing is written, and what was typed stays in the browser with the choice', async ({
  page,
  portal,
  lena,
}) => {
  const stored = async (id: string) => (await portal.content(lena, id)).toString('hex');
  const name = 'zametka-1251.txt';
  const { text, bytes, after } = samples[name] ?? { text: '', bytes: '', after: '' };
  const id = await openBytes(page, portal, lena, 'Заметка.txt', bytesOf(name));
  await expectText(page, text);
  await typeAtEnd(page, 'ж');
  await page.keyboard.press('Control+s');
  await expect(editorFrame(page).getByRole('alert')).toContainText('Shown as Windows-1251');
  await expect(saveState(page)).toHaveText('Not saved yet');
  expect(await stored(id)).toBe(bytes);

  await test.step('another encoding keeps what was typed', async () => {
    await chooseInEditor(page, 'Other encoding…');
    await dialog(page).getByLabel('All encodings').selectOption('KOI8-R');
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await expectText(page, `${text}ж`);
  });

  await test.step('opened again it goes on, and still asks', async () => {
    page.once('dialog', (leaving) => leaving.accept());
    await page.reload();
    await expectText(page, `${text}ж`);
    await expect(confirmButton(page)).toBeVisible();
    expect(await stored(id)).toBe(bytes);
  });

  await test.step('confirmed once it is saved, and asked about no more', async () => {
    await confirmButton(page).click();
    await expect(saveState(page)).toHaveText('Saved');
    expect(await stored(id)).toBe(after);
    await page.reload();
    await expectText(page, `${text}ж`);
    await expect(confirmButton(page)).toBeHidden();
    await expect(editorFrame(page).locator('.status-line')).toContainText('Windows-1251');
  });
});

test('a text that was changed is shown in another encoding with its changes, and written in that', async ({
  page,
  portal,
  lena,
}) => {
  const stored = async (id: string) => (await portal.content(lena, id)).toString('hex');
  const name = 'zametka-koi8.txt';
  const { text, after } = samples[name] ?? { text: '', after: '' };
  const id = await openBytes(page, portal, lena, 'Wrong.txt', bytesOf(name));
  await editorFrame(page).getByRole('button', { name: 'Other encoding…' }).click();
  await dialog(page).getByLabel('All encodings').selectOption('Windows-1251');
  await dialog(page).getByRole('button', { name: 'Show it so' }).click();
  await expect(textBox(page).locator('.cm-line')).not.toHaveText(text.split('\n'));
  await typeAtEnd(page, 'ж');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
  await editorFrame(page).locator('.status-line').getByRole('button', { name: 'Windows-1251' }).click();
  await dialog(page).getByLabel('All encodings').selectOption('KOI8-R');
  await dialog(page).getByRole('button', { name: 'Show it so' }).click();
  await expectText(page, `${text}ж`);
  await expect(saveState(page)).toHaveText('Saved');
  expect(await stored(id)).toBe(after);
});

test('what an encoding lacks is asked about: the person goes back, or saves as UTF-8, which the file then declares', async ({
  page,
  portal,
  lena,
}) => {
  const stored = async (id: string) => (await portal.content(lena, id)).toString('hex');
  const name = 'erklaert-1251.html';
  const { text, bytes } = samples[name] ?? { text: '', bytes: '' };
  const id = await openBytes(page, portal, lena, name, bytesOf(name));
  await typeAtEnd(page, '日本');
  await expect(editorFrame(page).getByRole('alert')).toContainText('has no 日, 本');
  await expect(saveState(page)).toHaveText('Not saved');
  expect(await stored(id)).toBe(bytes);
  await test.step('taken out again, the rest is saved', async () => {
    await editorFrame(page).getByRole('button', { name: 'Go back to the text' }).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await page.keyboard.type('ж');
    await expect(saveState(page)).toHaveText('Saved');
    expect(await stored(id)).toBe(`${bytes}e6`);
  });
  await test.step('saved as UTF-8', async () => {
    await typeAtEnd(page, '日');
    await editorFrame(page).getByRole('button', { name: 'Save the file as UTF-8' }).click();
    await expect(saveState(page)).toHaveText('Saved');
    const saved = text.replace('windows-1251', 'utf-8');
    expect(Buffer.from(await stored(id), 'hex').toString()).toBe(`${saved}ж日`);
  });
});

test('a byte that means nothing is marked, and stays; a text that is only read is shown by the same rules', async ({
  page,
  portal,
  lena,
}) => {
  const stored = async (id: string) => (await portal.content(lena, id)).toString('hex');
  const bytes = Buffer.concat([Buffer.from('Grüße aus Köln '), Buffer.from([0xff]), Buffer.from('\n')]);
  const id = await openBytes(page, portal, lena, 'Spoilt.txt', bytes);
  await expect(editorFrame(page).getByRole('img', { name: /^Byte FF/ })).toBeVisible();
  await expect(editorFrame(page).getByText(/Shown as UTF-8, in which one byte means nothing/)).toBeVisible();
  await confirmButton(page).click();
  await typeAtEnd(page, 'ü');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
  expect(await stored(id)).toBe(`${bytes.toString('hex')}c3bc`);

  const { text } = samples['seznam-1250.txt'] ?? { text: '' };
  await openBytes(page, portal, lena, 'Seznam.md', bytesOf('seznam-1250.txt'), 'view');
  await expect(editorFrame(page).getByText(/Shown as/)).toBeVisible();
  await expect(confirmButton(page)).toBeHidden();
  await expectText(page, text);
  const polish = samples['lista-8859-2.txt'] ?? { text: '', bytes: '' };
  const fruit = await portal.versions(lena, 'Owoce.txt', [Buffer.from(polish.bytes, 'hex'), 'Źródło\n']);
  await page.goto(`${portal.url}/view/${fruit}?version=1`);
  await expectText(page, polish.text);
  // The tables come from the browser: letters that only Windows added to EUC-KR are among them.
  await openBytes(page, portal, lena, 'Uhc.txt', Buffer.from('8c63b9e6b0a2c7cf20bfc0b4c320c7d220c0cf', 'hex'), 'view');
  await expectText(page, '똠방각하 오늘 할 일');
});

test('the bar and the chooser are reached by keyboard and read by a screen reader, wide and narrow', async ({
  page,
  portal,
  lena,
}) => {
  await openBytes(page, portal, lena, 'Grüße.txt', bytesOf('alt-cp850.txt'));
  await expect(confirmButton(page)).toBeVisible();
  await look(page, 'encoding-bar', { ask: expectEditorAccessible });
  await editorFrame(page).getByRole('button', { name: 'Other encoding…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('radio', { name: /DOS 850/ })).toBeVisible();
  await look(page, 'encoding-chooser', { ask: expectEditorAccessible });
  await page.keyboard.press('Escape');
  await expect(editorFrame(page).getByRole('button', { name: 'Other encoding…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Show it so' }).focus();
  await page.keyboard.press('Enter');
  await expect(textBox(page)).toBeFocused();
  await expect(confirmButton(page)).toBeHidden();
});
