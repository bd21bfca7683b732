import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, nothingConnected, Portal, watchConsole } from './portal';
import {
  chooseInEditor,
  closeButton,
  closeEditor,
  editorFrame,
  expectEditorAccessible,
  newText,
  saveState,
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

/** What is on the screen, in both themes and both widths: kept as pictures and asked of axe. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height, size] of [
      [1280, 720, 'wide'],
      [360, 740, 'phone'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `test-results/looks/${name}-${colorScheme}-${size}.png` });
      await expectEditorAccessible(page);
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the portal says once what works without a Document Server, and New offers what can be edited', async ({
  page,
}) => {
  await portal.signIn(page);
  const note = page.getByRole('region', { name: 'No office editor is connected yet.' });
  await expect(note).toBeVisible();
  await page.screenshot({ path: 'test-results/looks/connect-note-light-wide.png' });
  await note.getByRole('button', { name: 'How to connect ONLYOFFICE' }).click();
  const dialog = page.getByRole('dialog', { name: 'How to connect ONLYOFFICE' });
  await expect(dialog.getByText('docker compose up -d')).toBeVisible();
  await expect(dialog.getByText(/DOCUMENT_SERVER_URL=/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.screenshot({ path: `test-results/looks/connect-steps-${colorScheme}-wide.png` });
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: `test-results/looks/connect-steps-${colorScheme}-phone.png` });
  }
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.screenshot({ path: 'test-results/looks/connect-note-dark-phone.png' });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await expect(page.getByRole('menuitem')).toHaveText([
    'Text',
    'Markdown',
    'Folder',
    'Upload files',
    'Upload a folder',
  ]);
  await page.keyboard.press('Escape');
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

test('find and replace, the count of words, and the place of the cursor', async ({ page }) => {
  const complaints = watchConsole(page);
  await portal.signIn(page);
  await newText(page, 'Song');
  await typeAtEnd(page, 'row row row your boat\ngently down the stream');
  const line = editorFrame(page).locator('.status-line');
  await expect(line).toContainText('9 words');
  await expect(line).toContainText('Line 2, column 23');
  await page.keyboard.press('Control+f');
  await editorFrame(page).getByRole('textbox', { name: 'Find' }).fill('row');
  await editorFrame(page).getByRole('textbox', { name: 'Replace' }).fill('steer');
  await look(page, 'text-search');
  await editorFrame(page).getByRole('button', { name: 'Replace all' }).click();
  await expect.poll(() => textIn(page)).toBe('steer steer steer your boat\ngently down the stream');
  await page.keyboard.press('Escape');
  await textBox(page).click();
  await page.keyboard.press('Control+a');
  await expect(line).toContainText('9 words chosen');
  await page.keyboard.press('Control+z');
  await expect.poll(() => textIn(page)).toContain('row row row');
  await expect(saveState(page)).toHaveText('Saved');
  expect(complaints).toEqual([]);
});

test('with the keyboard alone: new, write, save, rename, copy, close', async ({ page }) => {
  await portal.signIn(page);
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

test('who may only read is told so and cannot type', async ({ page, browser }) => {
  await portal.signIn(page);
  const id = await saveVersions(page, portal, 'Rules.txt', ['Be kind.']);
  const { password } = (await portal.run('create-user', 'vera@example.com', '--name', 'Vera')) as { password: string }; // the command's JSON
  await portal.run('share', id, '--user', 'vera@example.com', '--role', 'viewer');
  const context = await browser.newContext({ locale: 'de-DE' });
  const other = await context.newPage();
  await other.goto(`${portal.server.url}/edit/${id}`);
  await other.getByLabel('E-Mail').fill('vera@example.com');
  await other.getByLabel('Passwort').fill(password);
  await other.getByRole('button', { name: 'Anmelden' }).click();
  await expect(editorFrame(other).getByText('Nur lesen')).toBeVisible();
  await expect(editorFrame(other).getByRole('textbox')).toHaveAttribute('contenteditable', 'false');
  await expect(editorFrame(other).locator('.status-line')).toContainText('2 Wörter');
  await look(other, 'text-german-read');
  await context.close();
});

test('offline the text stays in the browser, says so, warns on leaving, and is saved on coming back', async ({
  page,
  context,
}) => {
  await portal.signIn(page);
  await newText(page, 'Train');
  await typeAtEnd(page, 'Through a tunnel');
  await expect(saveState(page)).toHaveText('Saved');
  await context.setOffline(true);
  await page.keyboard.type(' and out');
  await expect(saveState(page)).toHaveText('Not saved');
  await expect(editorFrame(page).getByText('You are offline.', { exact: false })).toBeVisible();
  await look(page, 'text-offline');
  const warned = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  expect((await warned).type()).toBe('beforeunload');
  await (await warned).dismiss();
  await leaving;
  await context.setOffline(false);
  await expect(saveState(page)).toHaveText('Saved', { timeout: 45_000 });
  await look(page, 'text-saved');
  await closeEditor(page);
});

test('an earlier version of a text is shown, cannot be changed, and says which it is', async ({ page }) => {
  await portal.signIn(page);
  const id = await saveVersions(page, portal, 'Draft.txt', ['first thought', 'second thought']);
  await page.goto(`${portal.server.url}/view/${id}?version=1`);
  await expect.poll(() => textIn(page)).toBe('first thought');
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByText('Version 1').first()).toBeVisible();
  await look(page, 'text-version');
  await page.goto(`${portal.server.url}/view/${id}`);
  await expect.poll(() => textIn(page)).toBe('second thought');
  await editorFrame(page).getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'true');
  await chooseInEditor(page, 'Who has access');
  await expect(page.getByRole('heading', { name: /access/i }).first()).toBeVisible();
});
