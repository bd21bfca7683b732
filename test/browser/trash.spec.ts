import { expect } from '@playwright/test';
import { trashDocument } from '@/lib/documents/trash-document';
import { choose, item } from './list-steps';
import { look } from './look';
import { test } from './test';
import { watchConsole } from './watch-console';

test('what was moved to the trash is taken back, deleted for ever after a question, or emptied', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await portal.open(page, '/trash');
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await look(page, 'trash-empty');

  for (const name of ['Letter.docx', 'Old plan.docx']) {
    await trashDocument(lena, { documentId: await portal.document(lena, name) });
  }
  await portal.document(lena, 'Budget.xlsx');
  await page.getByRole('link', { name: 'Go to my documents' }).click();
  await choose(page, 'Budget.xlsx', 'Move to trash');
  await expect(page.getByText('“Budget.xlsx” was moved to the trash').first()).toBeVisible();
  await page.getByRole('link', { name: 'Trash' }).click();
  const rows = page.getByRole('table', { name: 'Documents and folders in the trash' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('Budget.xlsx');
  await look(page, 'trash');

  await page.getByRole('button', { name: 'Restore “Letter.docx”' }).click();
  await expect(page.getByText('“Letter.docx” is back').first()).toBeVisible();
  await expect(rows).toHaveCount(3);

  await page.getByRole('button', { name: 'Delete “Old plan.docx” for ever' }).click();
  const question = page.getByRole('dialog', { name: 'Delete “Old plan.docx” for ever?' });
  await expect(question).toBeVisible();
  await look(page, 'trash-ask');
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
  await expect(item(page, 'Letter.docx')).toBeVisible();
  expect(complaints).toEqual([]);
});
