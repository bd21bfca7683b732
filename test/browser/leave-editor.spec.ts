import { expect, type Page } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import { item, title } from './list-steps';
import { look } from './look';
import type { Portal } from './portal';
import { test } from './test';
import { chooseVersion, editorOf, expectOpen, openVersions, textOf } from './version-steps';

/** A folder with a document in it. */
async function folderWithLetter(portal: Portal, owner: Actor, name: string): Promise<{ id: string; path: string }> {
  const folder = await portal.folder(owner, name);
  return { id: await portal.versions(owner, 'Letter.txt', ['first', 'second'], folder), path: `/folders/${folder}` };
}

const close = (page: Page) => editorOf(page).getByRole('button', { name: 'Close' }).click();

test('closing leads back to the folder that the document was opened from, as it was', async ({
  page,
  portal,
  lena,
}) => {
  const { path } = await folderWithLetter(portal, lena, 'Reports');
  await page.goto(`${portal.url}${path}?sort=size`);
  await item(page, 'Letter.txt').click();
  await expectOpen(page);
  await close(page);
  await expect(title(page, 'Reports')).toBeVisible();
  await expect(page).toHaveURL(`${portal.url}${path}?sort=size`);
});

test('the browser’s Back leaves the editor in one step, also after a preview was closed', async ({
  page,
  portal,
  lena,
}) => {
  const { path } = await folderWithLetter(portal, lena, 'Letters');
  await portal.open(page, path);
  await item(page, 'Letter.txt').click();
  await expectOpen(page);
  await page.goBack();
  await expect(title(page, 'Letters')).toBeVisible();
  await item(page, 'Letter.txt').click();
  await expectOpen(page);
  await openVersions(page);
  await chooseVersion(page, 1);
  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(textOf(page)).toHaveValue('first');
  await page.getByRole('button', { name: 'Back to the current version' }).click();
  await expect(textOf(page)).toHaveValue('second');
  await page.goBack();
  await expect(title(page, 'Letters')).toBeVisible();
});

test('a preview closes to the list as well, and a list of recent documents is one', async ({ page, portal, lena }) => {
  const { id, path } = await folderWithLetter(portal, lena, 'Minutes');
  await portal.open(page, path);
  await item(page, 'Letter.txt').click();
  await expectOpen(page);
  await close(page);
  await expect(title(page, 'Minutes')).toBeVisible();
  await page.goto(`${portal.url}/recent`);
  await item(page, 'Letter.txt').first().click();
  await expectOpen(page);
  await page.goto(`${portal.url}/view/${id}?version=1`);
  await expect(textOf(page)).toHaveValue('first');
  await close(page);
  await expect(title(page, 'Recent')).toBeVisible();
});

test('what was opened by its address closes to its folder', async ({ page, portal, lena }) => {
  const { id } = await folderWithLetter(portal, lena, 'Archive');
  const tab = await page.context().newPage();
  await tab.goto(`${portal.url}/edit/${id}`);
  await expectOpen(tab);
  await close(tab);
  await expect(title(tab, 'Archive')).toBeVisible();
});

test('what somebody else shared closes to what is shared', async ({ page, portal, lena }) => {
  const otto = await portal.person('Otto');
  const { id } = await folderWithLetter(portal, otto, 'Secret folder');
  await portal.share(otto, id, lena, 'viewer');
  const tab = await page.context().newPage();
  await tab.goto(`${portal.url}/view/${id}`);
  await expect(textOf(tab)).toHaveValue('second');
  await close(tab);
  await expect(title(tab, 'Shared with me')).toBeVisible();
});

test('a type that nothing here opens has a page with its type, its size, its download and the way back', async ({
  page,
  portal,
  lena,
}) => {
  const folder = await portal.folder(lena, 'Pictures');
  await portal.document(lena, 'Holiday.zip', 'not really an archive', folder);
  await portal.open(page, `/folders/${folder}`);
  await item(page, 'Holiday.zip').click();
  await expect(title(page, '“Holiday.zip” cannot be opened here')).toBeVisible();
  await expect(page.getByText('File (ZIP)')).toBeVisible();
  await expect(page.getByText('21 bytes', { exact: true })).toBeVisible();
  await look(page, 'unsupported');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('Holiday.zip');
  await page.getByRole('link', { name: 'Back to my documents' }).click();
  await expect(title(page, 'Pictures')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 360, height: 740 },
    // What Chromium then says in Sec-CH-UA-Mobile.
    isMobile: true,
    hasTouch: true,
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148',
  });

  test('the editor for phones is opened where the Document Server has one', async ({
    newWindow: page,
    portal,
    lena,
  }) => {
    await portal.signIn(page.context(), lena);
    const id = await portal.document(lena, 'Phone.txt', 'words');
    await page.goto(`${portal.url}/edit/${id}`);
    await expectOpen(page);
    expect(portal.documentServer.lastUrl?.pathname).toMatch(/\/edit$/);
    expect(portal.documentServer.lastUrl?.searchParams.get('mobile')).toBe('1');
    await page.goto(`${portal.url}/view/${id}`);
    await expect(textOf(page)).not.toBeEditable();
    expect(portal.documentServer.lastUrl?.pathname).toMatch(/\/view$/);
    expect(portal.documentServer.lastUrl?.searchParams.get('mobile')).toBe('1');
  });
});
