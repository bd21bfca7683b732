import { expect, type Page } from '@playwright/test';
import type { Actor } from '@/lib/users/actor';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';
import { item, title } from './list-steps';
import { look } from './look';
import type { Portal } from './portal';
import { fillSignIn } from './sign-in';
import { test } from './test';
import { editorOf, expectOpen, textOf, typeText } from './version-steps';
import { watchConsole } from './watch-console';

const tenHours = '10:00:01';

/** A document open in the editor, with the clock of the browser in our hands. @returns the token of the editor */
async function openAsleep(portal: Portal, page: Page, lena: Actor, name: string): Promise<string> {
  await portal.document(lena, name, 'the words');
  await portal.signIn(page.context(), lena);
  await page.clock.install();
  await page.goto(`${portal.url}/documents`);
  await item(page, name).click();
  await expectOpen(page);
  return portal.documentServer.lastForm.access_token ?? '';
}

test('after a sleep of ten hours a document without changes goes on by itself, with a new token', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  const before = await openAsleep(portal, page, lena, 'Slept.txt');
  await page.clock.fastForward(tenHours);
  await expect.poll(() => portal.documentServer.lastForm.access_token).not.toBe(before);
  await expect(textOf(page)).toHaveValue('the words');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('with changes in the editor nothing is opened anew before the person says so', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  const before = await openAsleep(portal, page, lena, 'Typed.txt');
  await typeText(page, 'words that are not saved yet');
  await expect(editorOf(page).getByRole('status')).toHaveText('Not saved');
  await page.clock.fastForward('09:51:00');
  const soon = page.getByRole('dialog', { name: 'This editing session ends soon' });
  await expect(soon).toBeVisible();
  await soon.getByRole('button', { name: 'Later' }).click();
  await expect(soon).toBeHidden();
  await page.clock.fastForward('00:10:00');
  const ended = page.getByRole('dialog', { name: 'This editing session has ended' });
  await expect(ended).toBeVisible();
  expect(portal.documentServer.lastForm.access_token).toBe(before);
  await expect(textOf(page)).toHaveValue('words that are not saved yet');
  await look(page, 'session-ended');
  await ended.getByRole('button', { name: 'Renew the session' }).click();
  await expect.poll(() => portal.documentServer.lastForm.access_token).not.toBe(before);
  await expect(ended).toBeHidden();
});

test('who was signed out meanwhile signs in again in another tab, and renews then', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  const before = await openAsleep(portal, page, lena, 'Signed out.txt');
  await typeText(page, 'words');
  await expect(editorOf(page).getByRole('status')).toHaveText('Not saved');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.clock.fastForward(tenHours);
  const ended = page.getByRole('dialog', { name: 'This editing session has ended' });
  await ended.getByRole('button', { name: 'Renew the session' }).click();
  await expect(ended.getByRole('alert')).toContainText('You are signed out');
  await expect(ended.getByRole('link', { name: 'Sign in' })).toHaveAttribute('target', '_blank');
  await page.context().addCookies(cookies);
  await ended.getByRole('button', { name: 'Renew the session' }).click();
  await expect.poll(() => portal.documentServer.lastForm.access_token).not.toBe(before);
});

test('a list whose person is signed out elsewhere leads to the sign-in page and back', async ({
  page,
  portal,
  lena,
}) => {
  await portal.open(page, '/starred');
  await signOutEverywhere(lena, { here: true });
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await fillSignIn(page, lena);
  await expect(title(page, 'Starred')).toBeVisible();
});

test('a wrong password says so and keeps the e-mail; after ten of them one waits', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await page.goto(`${portal.url}/signin`);
  await page.getByLabel('E-mail').fill(lena.email);
  const attempt = async () => {
    await page.getByLabel('Password').fill('not this one at all');
    const answer = page.waitForResponse(/callback\/credentials/);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answer;
    await expect(page.getByLabel('Password')).toHaveValue('');
  };
  await attempt();
  await expect(page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(lena.email);
  await look(page, 'sign-in-wrong');
  for (let more = 1; more < 11; more += 1) await attempt();
  await expect(page.getByRole('alert').filter({ hasText: 'There were too many tries. Wait 15 minutes' })).toBeVisible();
  expect(complaints).toEqual([]);
});
