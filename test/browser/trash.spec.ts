import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, Portal, watchConsole } from './portal';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

async function upload(page: Page, names: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles(names.map((name) => ({ name, mimeType: '', buffer: Buffer.from('words') })));
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}

async function moveToTrash(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByText(`“${name}” was moved to the trash`).first()).toBeVisible();
}

const looks = [
  { name: 'light-wide', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark-phone', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const;

test('what was moved to the trash is taken back, deleted for ever after a question, or emptied', async ({ page }) => {
  const complaints = watchConsole(page);
  await portal.signIn(page);
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to my documents' }).click();

  await upload(page, ['Letter.docx', 'Old plan.docx', 'Budget.xlsx']);
  for (const name of ['Letter.docx', 'Old plan.docx', 'Budget.xlsx']) await moveToTrash(page, name);
  await page.getByRole('link', { name: 'Trash' }).click();
  const rows = page.getByRole('table', { name: 'Documents and folders in the trash' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('Budget.xlsx');
  for (const { name, colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `test-results/looks/trash-${name}.png` });
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: 'Restore “Letter.docx”' }).click();
  await expect(page.getByText('“Letter.docx” is back').first()).toBeVisible();
  await expect(rows).toHaveCount(3);

  await page.getByRole('button', { name: 'Delete “Old plan.docx” for ever' }).click();
  const question = page.getByRole('dialog', { name: 'Delete “Old plan.docx” for ever?' });
  await expect(question).toBeVisible();
  await page.screenshot({ path: 'test-results/looks/trash-ask-light-wide.png' });
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Delete “Old plan.docx” for ever' }).click();
  await page.getByRole('button', { name: 'Delete for ever', exact: true }).click();
  await expect(page.getByText('“Old plan.docx” is deleted').first()).toBeVisible();
  await expect(rows).toHaveCount(2);

  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('button', { name: 'Delete all for ever' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await page.getByRole('link', { name: 'My documents', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Letter.docx', exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});
