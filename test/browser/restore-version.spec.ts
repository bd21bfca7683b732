import { expect } from '@playwright/test';
import { look } from './look';
import { test } from './test';
import { chooseVersion, openVersions, saveText, textOf } from './version-steps';

test('an editor that does not answer keeps the document: the refusal is shown, with the way to the versions', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Letter.txt', 'first words');
  await page.goto(`${portal.url}/edit/${id}`);
  await saveText(page, 'second words');
  await openVersions(page);
  await chooseVersion(page, 1);
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('You are editing “Letter.txt”')).toBeVisible();
  await look(page, 'restore-refused');
  await expect(textOf(page)).toHaveValue('second words');

  await page.getByRole('link', { name: 'Close the editor and show the versions' }).click();
  await expect(page).toHaveURL(/\/view\/.*panel=versions/);
  await chooseVersion(page, 1);
  // The editor saves and unlocks some moments after it was left: the page waits for that.
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('Version 1 is the current one again')).toBeVisible();
  await expect(textOf(page)).toHaveValue('first words');
  await expect(textOf(page)).not.toBeEditable();
});

test('who may not edit sees the versions without a way to restore them', async ({ page, portal, lena }) => {
  const otto = await portal.person('Otto');
  const id = await portal.versions(otto, 'Letter.txt', ['first', 'second']);
  await portal.share(otto, id, lena, 'commenter');
  await page.goto(`${portal.url}/view/${id}?panel=versions`);
  await expect(page.getByRole('radio', { name: /^Now/ })).toBeAttached();
  await chooseVersion(page, 1);
  await expect(page.getByRole('link', { name: 'Preview' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Restore/ })).toHaveCount(0);
});
