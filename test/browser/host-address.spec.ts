import { expect } from '@playwright/test';
import { fillSignIn } from './sign-in';
import { test } from './test';
import { editorOf, expectOpen, textOf, typeText } from './version-steps';

test('§8.2: wd parameters and sc go on to the editor, also through sign-in; those of the previous session leave the address bar', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Letter.txt', 'words');
  const hostile = encodeURIComponent('a&WOPISrc=https://evil.example/wopi/files/x');
  const query = `wdOrigin=${hostile}&wdPreviousSession=1-2&wdPreviousCorrelation=3-4&sc=a%26b&other=1&x_wd=2`;
  await page.goto(`${portal.url}/edit/${id}?${query}`);
  await fillSignIn(page, lena);
  await expectOpen(page);
  const sent = portal.documentServer.lastUrl?.searchParams ?? new URLSearchParams();
  expect(sent.get('wdOrigin')).toBe('a&WOPISrc=https://evil.example/wopi/files/x');
  expect([sent.get('wdPreviousSession'), sent.get('wdPreviousCorrelation'), sent.get('sc')]).toEqual([
    '1-2',
    '3-4',
    'a&b',
  ]);
  expect([...sent.keys()].filter((name) => name.toLowerCase() === 'wopisrc')).toHaveLength(1);
  expect([sent.get('other'), sent.get('x_wd')]).toEqual([null, null]);
  const shown = () => [...new URL(page.url()).searchParams.keys()];
  await expect.poll(shown).toEqual(['wdOrigin', 'sc', 'other', 'x_wd']);
  // The page goes on as before: the frame was not posted a second time.
  await typeText(page, 'more words');
  await expect(editorOf(page).getByRole('status')).toHaveText('Not saved');
});

test('FileVersionUrl and FileSharingUrl open the page with their panel', async ({ page, portal, lena }) => {
  const view = `${portal.url}/view/${await portal.document(lena, 'Letter.txt', 'words')}`;
  await page.goto(`${view}?panel=versions`);
  await expect(page.getByRole('heading', { name: 'Versions' })).toBeVisible();
  await page.goto(`${view}?panel=sharing`);
  await expect(page.getByRole('heading', { name: 'Who has access' })).toBeVisible();
  await page.goto(`${view}?panel=constructor`);
  await expect(textOf(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});
