import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { look } from './look';
import { test } from './test';
import { chooseVersion, editorOf, expectOpen, openVersions, textOf } from './version-steps';
import { watchConsole } from './watch-console';

const texts = ['first words', 'second words', 'third words'];

test('a version is chosen, named, downloaded and previewed; the preview cannot be changed and leads back', async ({
  page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  const id = await portal.versions(lena, 'Letter.txt', texts);
  await page.goto(`${portal.url}/edit/${id}`);
  await expect(textOf(page)).toHaveValue('third words');
  await openVersions(page);
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  await expect(dialog.getByRole('radio', { name: /^Now/ })).toBeAttached();

  await test.step('a name, by the keyboard alone', async () => {
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Version 1/ })).toBeChecked();
    await look(page, 'versions-panel');
    for (const control of ['Preview', 'Download', 'Name…']) {
      await page.keyboard.press('Tab');
      await expect(dialog.locator(':focus')).toHaveText(control);
    }
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of version 1').fill('Before the board’s comments');
    await look(page, 'versions-name');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('radio', { name: /^Before the board’s comments/ })).toBeChecked();
    await expect(page.getByText('Version 1 is called “Before the board’s comments”').first()).toBeVisible();
  });

  await test.step('Escape ends the naming and not the panel', async () => {
    await page.getByRole('button', { name: 'Name…' }).click();
    await page.getByLabel('Name of version 1').fill('something else');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Name of version 1')).toBeHidden();
    await expect(dialog.getByRole('radio', { name: /^Before the board’s comments/ })).toBeAttached();
  });

  await test.step('download', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Letter (version 1).txt');
    expect(readFileSync(await file.path(), 'utf8')).toBe('first words');
  });

  await test.step('preview', async () => {
    await page.getByRole('link', { name: 'Preview' }).click();
    await expect(page).toHaveURL(/\/view\/\w+\?version=1$/);
    await expect(page).toHaveTitle('Letter.txt, version 1 — Lectern');
    await expect(textOf(page)).toHaveValue('first words');
    await expect(textOf(page)).not.toBeEditable();
    await expect(editorOf(page).getByRole('status')).toBeEmpty();
    await expect(editorOf(page).getByRole('button', { name: 'Edit', exact: true })).toBeHidden();
    await expect(page.getByText(/^Version 1 of \d+ \w+ \d{4}, \d\d:\d\d, read-only$/)).toBeVisible();
    await look(page, 'version-preview');
    // On a phone nothing of the bar is cut off, and the document has most of the window.
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of ['Back to the current version', 'Restore this version']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(500);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await page.getByRole('button', { name: 'Back to the current version' }).click();
  await expect(page).toHaveURL(new RegExp(`/edit/${id}$`));
  await expect(textOf(page)).toHaveValue('third words');
  await expectOpen(page);
  expect(complaints).toEqual([]);
});

test('a previewed version is restored, also when the editor was left a moment ago', async ({ page, portal, lena }) => {
  const id = await portal.versions(lena, 'Plan.txt', texts);
  await page.goto(`${portal.url}/edit/${id}`);
  await expectOpen(page);
  await openVersions(page);
  await chooseVersion(page, 2);
  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(textOf(page)).toHaveValue('second words');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page).toHaveURL(new RegExp(`/edit/${id}$`));
  await expect(textOf(page)).toHaveValue('second words');
  await expectOpen(page);
  await openVersions(page);
  await expect(page.getByRole('radio', { name: /^Now.*Version 4.*Restored/ })).toBeAttached();
});

test('while somebody else edits, restoring is refused with their name, and a copy is saved in its place', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.versions(lena, 'Shared.txt', texts);
  const ben = await portal.person('Ben');
  await portal.share(lena, id, ben, 'editor');
  expect((await (await portal.client(id, ben)).lock('of his editor')).status).toBe(200);

  await page.goto(`${portal.url}/view/${id}?version=1`);
  await expect(textOf(page)).toHaveValue('first words');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await expect(dialog.getByRole('alert')).toHaveText(
    'Ben is editing “Shared.txt”. Try again when they have closed it.',
  );
  await look(page, 'versions-refused');
  await dialog.getByRole('button', { name: 'Save version 1 as a copy' }).click();
  await expect(page.getByText('Copy saved: Shared (version 1).txt').first()).toBeVisible();
  await expect(dialog.getByRole('alert')).toBeEmpty();
  const copy = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open it' }).click();
  await expect(textOf(await copy)).toHaveValue('first words');
  expect(String(await portal.content(ben, id))).toBe('third words');
});

test('a link to the version that is current shows the document; one that is not kept is not found', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.versions(lena, 'Link.txt', texts);
  await page.goto(`${portal.url}/view/${id}?version=3`);
  await expect(page).toHaveURL(new RegExp(`/view/${id}$`));
  await expect(textOf(page)).toHaveValue('third words');
  await page.goto(`${portal.url}/view/${id}?version=9`);
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
});

test('a viewer previews and downloads, and neither names nor restores', async ({ page, portal, lena }) => {
  const otto = await portal.person('Otto');
  const id = await portal.versions(otto, 'Read.txt', texts);
  await portal.share(otto, id, lena, 'viewer');
  await page.goto(`${portal.url}/view/${id}?panel=versions`);
  await chooseVersion(page, 1);
  await expect(page.getByRole('link', { name: 'Download' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Name|Restore/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(textOf(page)).toHaveValue('first words');
  await expect(page.getByRole('button', { name: 'Restore this version' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the current version' }).click();
  await expect(textOf(page)).toHaveValue('third words');
});
