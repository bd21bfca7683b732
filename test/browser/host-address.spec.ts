import { expect, test } from '@playwright/test';
import { Portal } from './portal';

let portal: Portal;
let path = '';
test.beforeAll(async ({ browser }) => {
  portal = await Portal.start();
  const page = await browser.newPage();
  await portal.signIn(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles({ name: 'Letter.txt', mimeType: '', buffer: Buffer.from('words') });
  path = (await page.getByRole('link', { name: 'Letter.txt', exact: true }).getAttribute('href')) ?? '';
  await page.close();
});
test.afterAll(() => portal?.stop());

test('§8.2: wd parameters and sc go on to the editor, also through sign-in; those of the previous session leave the address bar', async ({
  page,
}) => {
  const hostile = encodeURIComponent('a&WOPISrc=https://evil.example/wopi/files/x');
  const query = `wdOrigin=${hostile}&wdPreviousSession=1-2&wdPreviousCorrelation=3-4&sc=a%26b&other=1&x_wd=2`;
  await page.goto(`${portal.server.url}${path}?${query}`);
  await page.getByLabel('E-mail').fill('lena@example.com');
  await page.getByLabel('Password').fill('paper and ink 42');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.frameLocator('iframe').getByLabel('Text of the document')).toBeEditable();
  const sent = portal.documentServer.lastUrl?.searchParams ?? new URLSearchParams();
  expect(sent.get('wdOrigin')).toBe('a&WOPISrc=https://evil.example/wopi/files/x');
  expect([sent.get('wdPreviousSession'), sent.get('wdPreviousCorrelation'), sent.get('sc')]).toEqual([
    '1-2',
    '3-4',
    'a&b',
  ]);
  expect([...sent.keys()].filter((name) => name.toLowerCase() === 'wopisrc')).toHaveLength(1);
  expect([sent.get('other'), sent.get('x_wd')]).toEqual([null, null]);
  const shown = new URL(page.url()).searchParams;
  expect([...shown.keys()]).toEqual(['wdOrigin', 'sc', 'other', 'x_wd']);
  // The page goes on as before: the frame was not posted a second time.
  await page.frameLocator('iframe').getByLabel('Text of the document').fill('more words');
  await expect(page.frameLocator('iframe').getByRole('status')).toHaveText('Not saved');
});

test('FileVersionUrl and FileSharingUrl open the page with their panel', async ({ page }) => {
  await portal.signIn(page);
  const view = `${portal.server.url}${path.replace('/edit/', '/view/')}`;
  await page.goto(`${view}?panel=versions`);
  await expect(page.getByRole('heading', { name: 'Versions' })).toBeVisible();
  await page.goto(`${view}?panel=sharing`);
  await expect(page.getByRole('heading', { name: 'Who has access' })).toBeVisible();
  await page.goto(`${view}?panel=constructor`);
  await expect(page.frameLocator('iframe').getByLabel('Text of the document')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});
