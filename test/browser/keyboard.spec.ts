import { expect, type Page, test } from '@playwright/test';
import { chooseFiles, item, look, title } from './list-steps';
import { Portal } from './portal';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

/** Goes to a document or folder with the arrow keys only. */
async function arrowTo(page: Page, name: string): Promise<void> {
  await expect(item(page, name)).toBeVisible();
  await page.locator('body').press('ArrowDown');
  await page.keyboard.press('Home');
  for (let step = 0; step < 20; step += 1) {
    if (await item(page, name).evaluate((link) => link === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not reach ${name}.`);
}

async function newFolder(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(item(page, name)).toBeVisible();
}

test('with the keyboard alone: create, rename, move, copy, trash, undo and restore', async ({ page }) => {
  await portal.signIn(page);
  await page.mouse.move(0, 0);
  await newFolder(page, 'Alpha');
  await newFolder(page, 'Beta');

  await test.step('F2 renames; the name is selected', async () => {
    await arrowTo(page, 'Beta');
    await page.keyboard.press('F2');
    await expect(page.getByRole('dialog', { name: 'Rename' })).toBeVisible();
    await page.keyboard.type('Gamma');
    await page.keyboard.press('Enter');
    await expect(item(page, 'Gamma')).toBeVisible();
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
    for (let tabs = 0; tabs < 5; tabs += 1) {
      if (await dialog.getByRole('button', { name: 'Move here' }).evaluate((at) => at === document.activeElement))
        break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(page.getByText('“Gamma” moved to “Alpha”').first()).toBeVisible();
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
    await expect(item(page, 'Gamma')).toBeVisible();
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
    await expect(item(page, 'Gamma')).toBeVisible();
    await arrowTo(page, 'Gamma');
    await page.keyboard.press('Delete');
    await expect(page.getByText('“Gamma” was moved to the trash').first()).toBeVisible();
  });

  await test.step('the trash: to it and back out of it by Tab', async () => {
    const link = page.getByRole('link', { name: 'Trash' });
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await link.evaluate((at) => at === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(title(page, 'Trash')).toBeVisible();
    const restore = page.getByRole('button', { name: 'Restore “Gamma”' });
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await restore.evaluate((at) => at === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  });
});

test('a new text by Shift+T opens for editing; the search by /; the list of keys by ?; typing in a field is only typing', async ({
  page,
}) => {
  await portal.signIn(page);
  await chooseFiles(page, [{ name: 'Report.docx' }]);
  await expect(item(page, 'Report.docx')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look(page, 'keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
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
