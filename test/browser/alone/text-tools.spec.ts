import { expect } from '@playwright/test';
import { look } from '../look';
import { password } from '../portal';
import { test } from '../test';
import {
  chooseInEditor,
  closeButton,
  closeEditor,
  editorFrame,
  expectEditorAccessible,
  expectText,
  newText,
  saveState,
  textBox,
  typeAtEnd,
} from '../text-steps';
import { watchConsole } from '../watch-console';

/** What is asked of the editor's own frame. */
const inEditor = { ask: expectEditorAccessible };

test('the portal says once what works without a Document Server, and New offers what can be edited', async ({
  page,
  portal,
}) => {
  await portal.signIn(page.context(), await portal.person('Ada', 'admin'));
  await portal.open(page);
  const note = page.getByRole('region', { name: 'No office editor is connected yet.' });
  await expect(note).toBeVisible();
  await look(page, 'connect-note');
  await note.getByRole('button', { name: 'How to connect ONLYOFFICE' }).click();
  const dialog = page.getByRole('dialog', { name: 'How to connect ONLYOFFICE' });
  await expect(dialog.getByText('docker compose up -d')).toBeVisible();
  await expect(dialog.getByText(/DOCUMENT_SERVER_URL=/)).toBeVisible();
  await look(page, 'connect-steps');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await expect(page.getByRole('menuitem')).toHaveText([
    'Text',
    'Markdown',
    'Folder',
    'Upload files',
    'Upload a folder',
  ]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.keyboard.press('Shift+D');
  await page.keyboard.press('Shift+M');
  await expect(page.getByRole('dialog', { name: 'New Markdown text' })).toBeVisible();
  await page.keyboard.press('Escape');
  await note.getByRole('button', { name: 'Got it' }).click();
  await expect(note).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'My documents' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('find and replace, the count of words, and the place of the cursor', async ({ page, portal }) => {
  const complaints = watchConsole(page);
  await portal.open(page);
  await newText(page, 'Song');
  await typeAtEnd(page, 'row row row your boat\ngently down the stream');
  const line = editorFrame(page).locator('.status-line');
  await expect(line).toContainText('9 words');
  await expect(line).toContainText('Line 2, column 23');
  await page.keyboard.press('Control+f');
  await editorFrame(page).getByRole('textbox', { name: 'Find' }).fill('row');
  await editorFrame(page).getByRole('textbox', { name: 'Replace' }).fill('steer');
  await look(page, 'text-search', inEditor);
  await editorFrame(page).getByRole('button', { name: 'Replace all' }).click();
  await expectText(page, 'steer steer steer your boat\ngently down the stream');
  await page.keyboard.press('Escape');
  await textBox(page).click();
  await page.keyboard.press('Control+a');
  await expect(line).toContainText('9 words chosen');
  await page.keyboard.press('Control+z');
  await expect(textBox(page)).toContainText('row row row');
  await expect(saveState(page)).toHaveText('Saved');
  expect(complaints).toEqual([]);
});

test('with the keyboard alone: new, write, save, rename, copy, close', async ({ page, portal }) => {
  await portal.open(page);
  await page.keyboard.press('Shift+T');
  await expect(page.getByRole('dialog', { name: 'New text' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(textBox(page)).toBeFocused();
  await page.keyboard.type('no mouse');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
  // Escape, then Tab: the way out of a text in which Tab indents.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect(closeButton(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(editorFrame(page).getByRole('menuitem', { name: 'Rename…' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(editorFrame(page).getByRole('dialog', { name: 'Rename' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await expect(editorFrame(page).getByRole('heading', { name: 'By keys.txt', exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^By keys\.txt/);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('who may only read is told so and cannot type', async ({ newWindow: page, portal, lena }) => {
    const otto = await portal.person('Otto');
    const id = await portal.document(otto, 'Rules.txt', 'Be kind.');
    await portal.share(otto, id, lena, 'viewer');
    await page.goto(`${portal.url}/edit/${id}`);
    await page.getByLabel('E-Mail').fill(lena.email);
    await page.getByLabel('Passwort').fill(password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await expect(editorFrame(page).getByText('Nur lesen')).toBeVisible();
    await expect(editorFrame(page).getByRole('textbox')).toHaveAttribute('contenteditable', 'false');
    await expect(editorFrame(page).locator('.status-line')).toContainText('2 Wörter');
    await look(page, 'text-german-read', inEditor);
  });
});

test('offline the text stays in the browser, says so, warns on leaving, and is saved on coming back', async ({
  page,
  context,
  portal,
}) => {
  await portal.open(page);
  await newText(page, 'Train');
  await typeAtEnd(page, 'Through a tunnel');
  await expect(saveState(page)).toHaveText('Saved');
  await context.setOffline(true);
  await page.keyboard.type(' and out');
  await expect(saveState(page)).toHaveText('Not saved');
  await expect(editorFrame(page).getByText('You are offline.', { exact: false })).toBeVisible();
  await look(page, 'text-offline', inEditor);
  const warned = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  expect((await warned).type()).toBe('beforeunload');
  await (await warned).dismiss();
  await leaving;
  await context.setOffline(false);
  await expect(saveState(page)).toHaveText('Saved', { timeout: 45_000 });
  await look(page, 'text-saved', inEditor);
  await closeEditor(page);
});

test('an earlier version of a text is shown, cannot be changed, and says which it is', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.versions(lena, 'Draft.txt', ['first thought', 'second thought']);
  await page.goto(`${portal.url}/view/${id}?version=1`);
  await expectText(page, 'first thought');
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByText('Version 1').first()).toBeVisible();
  await look(page, 'text-version', inEditor);
  await page.goto(`${portal.url}/view/${id}`);
  await expectText(page, 'second thought');
  await editorFrame(page).getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'true');
  await chooseInEditor(page, 'Who has access');
  await expect(page.getByRole('heading', { name: /access/i }).first()).toBeVisible();
});
