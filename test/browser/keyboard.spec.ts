import { expect, type Locator, type Page } from '@playwright/test';
import { item, title } from './list-steps';
import { look } from './look';
import { test } from './test';

/** Goes to a document or folder with the arrow keys only. */
async function arrowTo(page: Page, name: string): Promise<void> {
  await expect(item(page, name)).toBeVisible();
  await page.locator('body').press('ArrowDown');
  await page.keyboard.press('Home');
  await press(page, 'ArrowDown', item(page, name));
}

/** Presses a key until something has the focus. */
async function press(page: Page, key: string, wanted: Locator): Promise<void> {
  for (let times = 0; times < 40; times += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${wanted}.`);
}

/** Types into a dialog that asks for a name, and waits until it is done. */
async function answer(page: Page, dialog: string, name: string): Promise<void> {
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: dialog, exact: true })).toBeHidden();
  await expect(item(page, name)).toBeVisible();
}

test('with the keyboard alone: create, rename, move, copy, trash, undo and restore', async ({ page, portal }) => {
  await portal.open(page);
  for (const name of ['Alpha', 'Beta']) {
    await page.keyboard.press('Shift+F');
    await answer(page, 'New folder', name);
  }

  await test.step('F2 renames; the name is selected', async () => {
    await arrowTo(page, 'Beta');
    await page.keyboard.press('F2');
    await answer(page, 'Rename', 'Gamma');
  });

  await test.step('the move dialog: arrows, Enter, and the button by Tab', async () => {
    await arrowTo(page, 'Gamma');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.type('Move…');
    await expect(page.getByRole('menuitem', { name: 'Move…' })).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Move “Gamma”' });
    const folders = dialog.getByRole('list', { name: 'Folders' });
    await expect(folders.getByRole('button', { name: 'Alpha' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('There are no folders in here.')).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(folders.getByRole('button', { name: 'Alpha' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('There are no folders in here.')).toBeVisible();
    await press(page, 'Tab', dialog.getByRole('button', { name: 'Move here' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('“Gamma” moved to “Alpha”').first()).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(item(page, 'Gamma')).toBeHidden();
  });

  await test.step('Enter goes in, Backspace out, Ctrl+X and Ctrl+V move', async () => {
    await arrowTo(page, 'Alpha');
    await page.keyboard.press('Enter');
    await expect(title(page, 'Alpha')).toBeVisible();
    await arrowTo(page, 'Gamma');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Backspace');
    await expect(title(page, 'My documents')).toBeVisible();
    await page.keyboard.press('Control+v');
    await arrowTo(page, 'Gamma');
    await page.keyboard.press('Control+c');
    await arrowTo(page, 'Alpha');
    await page.keyboard.press('Enter');
    await expect(title(page, 'Alpha')).toBeVisible();
    await page.keyboard.press('Control+v');
    await expect(item(page, 'Gamma')).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(title(page, 'My documents')).toBeVisible();
  });

  await test.step('Delete moves to the trash, Ctrl+Z takes it back, the focus stays in the list', async () => {
    await arrowTo(page, 'Gamma');
    await page.keyboard.press('Delete');
    await expect(item(page, 'Gamma')).toBeHidden();
    await expect(item(page, 'Alpha')).toBeFocused();
    await page.keyboard.press('Control+z');
    await arrowTo(page, 'Gamma');
    await page.keyboard.press('Delete');
    await expect(page.getByText('“Gamma” was moved to the trash').first()).toBeVisible();
  });

  await test.step('the trash: to it and back out of it by Tab', async () => {
    await press(page, 'Tab', page.getByRole('link', { name: 'Trash' }));
    await page.keyboard.press('Enter');
    await expect(title(page, 'Trash')).toBeVisible();
    await press(page, 'Tab', page.getByRole('button', { name: 'Restore “Gamma”' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  });
});

test('a new text by Shift+T opens for editing; the search by /; the list of keys by ?; typing in a field is only typing', async ({
  page,
  portal,
  lena,
}) => {
  await portal.documents(lena, ['Report.docx']);
  await portal.open(page);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toBeVisible();
  await look(page, 'keys');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('v');
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('table', { name: 'Documents' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('DSxv?');
  await expect(page.getByRole('searchbox')).toHaveValue('DSxv?');
  await expect(title(page, 'Results for “DSxv?”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(title(page, 'My documents')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('rep');
  await expect(title(page, 'Results for “rep”')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'Report.docx')).toBeFocused();
  await page.keyboard.press('Shift+T');
  await expect(page.getByRole('dialog', { name: 'New text' })).toBeVisible();
  await page.keyboard.type('Thoughts');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/edit\//);
  await expect(page).toHaveTitle('Thoughts.txt — Lectern');
});
