import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { expectAccessible, Portal } from './portal';
import { chooseVersion } from './version-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

const editorOf = (page: Page): FrameLocator => page.frameLocator('iframe');

test('an editor that does not answer keeps the document: the refusal is shown, with the way to the versions', async ({
  page,
}) => {
  await portal.signIn(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name: 'Letter.txt', mimeType: '', buffer: Buffer.from('first words') });
  await page.getByRole('link', { name: 'Letter.txt', exact: true }).click();
  const text = editorOf(page).getByLabel('Text of the document');
  await text.fill('second words');
  await editorOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editorOf(page).getByRole('status')).toHaveText('Saved');

  await editorOf(page).getByRole('button', { name: 'Versions' }).click();
  await chooseVersion(page, 1);
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('You are editing “Letter.txt”')).toBeVisible();
  await page.screenshot({ path: 'test-results/looks/restore-refused-light-wide.png' });
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: 'test-results/looks/restore-refused-light-phone.png' });
  await expect(text).toHaveValue('second words');

  await page.getByRole('link', { name: 'Close the editor and show the versions' }).click();
  await expect(page).toHaveURL(/\/view\/.*panel=versions/);
  const restored = page.getByText('Version 1 is the current one again');
  await chooseVersion(page, 1);
  await expect(async () => {
    // The editor saves and unlocks some moments after it was left.
    await page.getByRole('button', { name: 'Restore this version' }).click();
    await expect(restored).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(text).toHaveValue('first words');
  await expect(text).not.toBeEditable();
});

test('who may not edit sees the versions without a way to restore them', async ({ page, browser }) => {
  await portal.signIn(page);
  const link = page.getByRole('link', { name: 'Letter.txt', exact: true });
  const documentId = ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
  const vera = (await portal.run('create-user', 'vera@example.com', '--name', 'Vera')) as { password: string }; // the command's JSON
  await portal.run('share', documentId, '--user', 'vera@example.com', '--role', 'commenter');
  const context = await browser.newContext();
  const other = await context.newPage();
  await portal.signIn(other, { email: 'vera@example.com', password: vera.password });
  await other.goto(`${portal.server.url}/view/${documentId}?panel=versions`);
  await expect(other.getByRole('radio', { name: /^Now/ })).toBeAttached();
  await chooseVersion(other, 1);
  await expect(other.getByRole('button', { name: /Restore/ })).toHaveCount(0);
  await context.close();
});
