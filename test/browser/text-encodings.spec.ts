import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { nothingConnected, Portal } from './portal';
import {
  chooseInEditor,
  confirmButton,
  editorFrame,
  expectEditorAccessible,
  openBytes,
  saveState,
  storedBytes,
  textBox,
  textIn,
  typeAtEnd,
} from './text-steps';
import { saveVersions } from './version-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
});
test.afterAll(() => portal?.stop());

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

const storedHex = async (page: Page, id: string) => (await storedBytes(page, portal, id)).toString('hex');

/** Chooses the offered encoding in which the words are those. */
async function chooseReading(page: Page, text: string): Promise<void> {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 20);
  await dialog(page).getByRole('radio', { name: words }).first().check();
  await dialog(page).getByRole('button', { name: 'Show it so' }).click();
  await expect(dialog(page)).toBeHidden();
}

test('texts of many encodings are read, confirmed where they were guessed, and written in their own encoding', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await portal.signIn(page);
  for (const [name, { text, typed, after }] of Object.entries(samples)) {
    await test.step(name, async () => {
      const id = await openBytes(page, portal, name, bytesOf(name));
      const shown = await textIn(page);
      if (await confirmButton(page).isVisible()) {
        if (shown === text) await confirmButton(page).click();
        else {
          await editorFrame(page).getByRole('button', { name: 'Other encoding…' }).click();
          await chooseReading(page, text);
        }
      }
      await expect.poll(() => textIn(page)).toBe(text);
      await typeAtEnd(page, typed);
      await page.keyboard.press('Control+s');
      await expect(saveState(page)).toHaveText('Saved');
      expect(await storedHex(page, id)).toBe(after);
    });
  }
});

test('while the encoding is a guess nothing is written, and what was typed stays in the browser with the choice', async ({
  page,
}) => {
  await portal.signIn(page);
  const name = 'zametka-1251.txt';
  const { text, bytes, after } = samples[name] ?? { text: '', bytes: '', after: '' };
  const id = await openBytes(page, portal, 'Заметка.txt', bytesOf(name));
  await expect.poll(() => textIn(page)).toBe(text);
  await typeAtEnd(page, 'ж');
  await page.keyboard.press('Control+s');
  await expect(editorFrame(page).getByRole('alert')).toContainText('Shown as Windows-1251');
  await expect(saveState(page)).toHaveText('Not saved yet');
  expect(await storedHex(page, id)).toBe(bytes);

  await test.step('another encoding keeps what was typed', async () => {
    await chooseInEditor(page, 'Other encoding…');
    await dialog(page).getByLabel('All encodings').selectOption('KOI8-R');
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => textIn(page)).toBe(`${text}ж`);
  });

  await test.step('opened again it goes on, and still asks', async () => {
    page.once('dialog', (leaving) => leaving.accept());
    await page.reload();
    await expect.poll(() => textIn(page)).toBe(`${text}ж`);
    await expect(confirmButton(page)).toBeVisible();
    expect(await storedHex(page, id)).toBe(bytes);
  });

  await test.step('confirmed once it is saved, and asked about no more', async () => {
    await confirmButton(page).click();
    await expect(saveState(page)).toHaveText('Saved');
    expect(await storedHex(page, id)).toBe(after);
    await page.reload();
    await expect.poll(() => textIn(page)).toBe(`${text}ж`);
    await expect(confirmButton(page)).toBeHidden();
    await expect(editorFrame(page).locator('.status-line')).toContainText('Windows-1251');
  });
});

test('a text that was changed is shown in another encoding with its changes, and written in that', async ({ page }) => {
  await portal.signIn(page);
  const name = 'zametka-koi8.txt';
  const { text, after } = samples[name] ?? { text: '', after: '' };
  const id = await openBytes(page, portal, 'Wrong.txt', bytesOf(name));
  await editorFrame(page).getByRole('button', { name: 'Other encoding…' }).click();
  await dialog(page).getByLabel('All encodings').selectOption('Windows-1251');
  await dialog(page).getByRole('button', { name: 'Show it so' }).click();
  await expect.poll(() => textIn(page)).not.toBe(text);
  await typeAtEnd(page, 'ж');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
  await editorFrame(page).locator('.status-line').getByRole('button', { name: 'Windows-1251' }).click();
  await dialog(page).getByLabel('All encodings').selectOption('KOI8-R');
  await dialog(page).getByRole('button', { name: 'Show it so' }).click();
  await expect.poll(() => textIn(page)).toBe(`${text}ж`);
  await expect(saveState(page)).toHaveText('Saved');
  expect(await storedHex(page, id)).toBe(after);
});

test('what an encoding lacks is asked about: the person goes back, or saves as UTF-8, which the file then declares', async ({
  page,
}) => {
  await portal.signIn(page);
  const name = 'erklaert-1251.html';
  const { text, bytes } = samples[name] ?? { text: '', bytes: '' };
  const id = await openBytes(page, portal, name, bytesOf(name));
  await typeAtEnd(page, '日本');
  await expect(editorFrame(page).getByRole('alert')).toContainText('has no 日, 本');
  await expect(saveState(page)).toHaveText('Not saved');
  expect(await storedHex(page, id)).toBe(bytes);
  await test.step('taken out again, the rest is saved', async () => {
    await editorFrame(page).getByRole('button', { name: 'Go back to the text' }).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await page.keyboard.type('ж');
    await expect(saveState(page)).toHaveText('Saved');
    expect(await storedHex(page, id)).toBe(`${bytes}e6`);
  });
  await test.step('saved as UTF-8', async () => {
    await typeAtEnd(page, '日');
    await editorFrame(page).getByRole('button', { name: 'Save the file as UTF-8' }).click();
    await expect(saveState(page)).toHaveText('Saved');
    const saved = text.replace('windows-1251', 'utf-8');
    expect(Buffer.from(await storedHex(page, id), 'hex').toString()).toBe(`${saved}ж日`);
  });
});

test('a byte that means nothing is marked, and stays; a text that is only read is shown by the same rules', async ({
  page,
}) => {
  await portal.signIn(page);
  const bytes = Buffer.concat([Buffer.from('Grüße aus Köln '), Buffer.from([0xff]), Buffer.from('\n')]);
  const id = await openBytes(page, portal, 'Spoilt.txt', bytes);
  await expect(editorFrame(page).getByRole('img', { name: /^Byte FF/ })).toBeVisible();
  await expect(editorFrame(page).getByText(/Shown as UTF-8, in which one byte means nothing/)).toBeVisible();
  await confirmButton(page).click();
  await typeAtEnd(page, 'ü');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
  expect(await storedHex(page, id)).toBe(`${bytes.toString('hex')}c3bc`);

  const { text } = samples['seznam-1250.txt'] ?? { text: '' };
  await openBytes(page, portal, 'Seznam.md', bytesOf('seznam-1250.txt'), 'view');
  await expect(editorFrame(page).getByText(/Shown as/)).toBeVisible();
  await expect(confirmButton(page)).toBeHidden();
  await expect.poll(() => textIn(page)).toBe(text);
  const polish = samples['lista-8859-2.txt'] ?? { text: '', bytes: '' };
  const fruit = await saveVersions(page, portal, 'Owoce.txt', [Buffer.from(polish.bytes, 'hex'), 'Źródło\n']);
  await page.goto(`${portal.server.url}/view/${fruit}?version=1`);
  await expect.poll(() => textIn(page)).toBe(polish.text);
  // The tables come from the browser: letters that only Windows added to EUC-KR are among them.
  await openBytes(page, portal, 'Uhc.txt', Buffer.from('8c63b9e6b0a2c7cf20bfc0b4c320c7d220c0cf', 'hex'), 'view');
  await expect.poll(() => textIn(page)).toBe('똠방각하 오늘 할 일');
});

for (const [look, size] of [
  ['wide', { width: 1200, height: 800 }],
  ['narrow', { width: 360, height: 740 }],
] as const) {
  test(`the bar and the chooser are reached by keyboard and read by a screen reader, ${look}`, async ({ page }) => {
    await page.setViewportSize(size);
    await portal.signIn(page);
    await openBytes(page, portal, `Grüße ${look}.txt`, bytesOf('alt-cp850.txt'));
    await expect(confirmButton(page)).toBeVisible();
    await expectEditorAccessible(page);
    await editorFrame(page).getByRole('button', { name: 'Other encoding…' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('radio', { name: /DOS 850/ })).toBeVisible();
    await expectEditorAccessible(page);
    await page.keyboard.press('Escape');
    await expect(editorFrame(page).getByRole('button', { name: 'Other encoding…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Show it so' }).focus();
    await page.keyboard.press('Enter');
    await expect(textBox(page)).toBeFocused();
    await expect(confirmButton(page)).toBeHidden();
  });
}
