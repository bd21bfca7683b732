import { expect, type Page, test } from '@playwright/test';
import { item, look, makeFolder, title } from './list-steps';
import { Portal } from './portal';
import { chooseVersion, editorOf, openVersions, saveVersions, textOf } from './version-steps';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

/** A folder with a document in it, and the folder's page. */
async function folderWithLetter(page: Page, name: string): Promise<{ id: string; folder: string }> {
  await portal.signIn(page);
  await makeFolder(page, name);
  const folder = (await item(page, name).getAttribute('href')) ?? '';
  const id = await saveVersions(page, portal, 'Letter.txt', ['first', 'second'], folder.split('/').at(-1));
  await page.goto(`${portal.server.url}${folder}`);
  return { id, folder };
}

const close = (page: Page) => editorOf(page).getByRole('button', { name: 'Close' }).click();

test('closing leads back to the folder that the document was opened from, as it was', async ({ page }) => {
  const { folder } = await folderWithLetter(page, 'Reports');
  await page.goto(`${portal.server.url}${folder}?sort=size`);
  await item(page, 'Letter.txt').click();
  await expect(textOf(page)).toBeEditable();
  await close(page);
  await expect(title(page, 'Reports')).toBeVisible();
  await expect(page).toHaveURL(`${portal.server.url}${folder}?sort=size`);
});

test('the browser’s Back leaves the editor in one step, also after a preview was closed', async ({ page }) => {
  await folderWithLetter(page, 'Letters');
  await item(page, 'Letter.txt').click();
  await expect(textOf(page)).toBeEditable();
  await page.goBack();
  await expect(title(page, 'Letters')).toBeVisible();
  await item(page, 'Letter.txt').click();
  await expect(textOf(page)).toBeEditable();
  await openVersions(page);
  await chooseVersion(page, 1);
  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(textOf(page)).toHaveValue('first');
  await page.getByRole('button', { name: 'Back to the current version' }).click();
  await expect(textOf(page)).toHaveValue('second');
  await page.goBack();
  await expect(title(page, 'Letters')).toBeVisible();
});

test('a preview closes to the list as well, and a list of recent documents is one', async ({ page }) => {
  const { id } = await folderWithLetter(page, 'Minutes');
  await item(page, 'Letter.txt').click();
  await expect(textOf(page)).toBeEditable();
  await close(page);
  await expect(title(page, 'Minutes')).toBeVisible();
  await page.goto(`${portal.server.url}/recent`);
  await item(page, 'Letter.txt').first().click();
  await expect(textOf(page)).toBeEditable();
  await page.goto(`${portal.server.url}/view/${id}?version=1`);
  await expect(textOf(page)).toHaveValue('first');
  await close(page);
  await expect(title(page, 'Recent')).toBeVisible();
});

test('what was opened by its address closes to its folder', async ({ page, context }) => {
  const { id } = await folderWithLetter(page, 'Archive');
  const tab = await context.newPage();
  await tab.goto(`${portal.server.url}/edit/${id}`);
  await expect(textOf(tab)).toBeEditable();
  await close(tab);
  await expect(title(tab, 'Archive')).toBeVisible();
});

test('what somebody else shared closes to what is shared', async ({ page, browser }) => {
  const { id } = await folderWithLetter(page, 'Secret folder');
  const ben = (await portal.run('create-user', 'ben@example.com', '--name', 'Ben')) as { password: string }; // the command's JSON
  await portal.run('share', id, '--user', 'ben@example.com', '--role', 'viewer');
  const context = await browser.newContext();
  const other = await context.newPage();
  await portal.signIn(other, { email: 'ben@example.com', password: ben.password });
  await other.goto(`${portal.server.url}/settings`);
  await other.goto(`${portal.server.url}/view/${id}`);
  await expect(textOf(other)).toHaveValue('second');
  await close(other);
  await expect(title(other, 'Shared with me')).toBeVisible();
  await context.close();
});

test('a type that nothing here opens has a page with its type, its size, its download and the way back', async ({
  page,
}) => {
  const { folder } = await folderWithLetter(page, 'Pictures');
  await saveVersions(page, portal, 'Holiday.zip', ['not really an archive'], folder.split('/').at(-1));
  await page.reload();
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

  test('the editor for phones is opened where the Document Server has one', async ({ page }) => {
    await portal.signIn(page);
    const id = await saveVersions(page, portal, 'Phone.txt', ['words']);
    await page.goto(`${portal.server.url}/edit/${id}`);
    await expect(textOf(page)).toBeEditable();
    expect(portal.documentServer.lastUrl?.pathname).toMatch(/\/edit$/);
    expect(portal.documentServer.lastUrl?.searchParams.get('mobile')).toBe('1');
    await page.goto(`${portal.server.url}/view/${id}`);
    await expect(textOf(page)).not.toBeEditable();
    expect(portal.documentServer.lastUrl?.pathname).toMatch(/\/view$/);
    expect(portal.documentServer.lastUrl?.searchParams.get('mobile')).toBe('1');
  });
});
