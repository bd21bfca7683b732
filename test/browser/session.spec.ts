import { expect, type Page, test } from '@playwright/test';
import { item, look, title } from './list-steps';
import { admin, Portal, watchConsole } from './portal';
import { saveVersions, textOf } from './version-steps';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

const tenHours = '10:00:01';

/** A document open in the editor, with the clock of the browser in our hands. */
async function openAsleep(page: Page, name: string): Promise<string> {
  await portal.signInAnew(page);
  await saveVersions(page, portal, name, ['the words']);
  await page.clock.install();
  await page.goto(`${portal.server.url}/documents`);
  await item(page, name).click();
  await expect(textOf(page)).toBeEditable();
  return portal.documentServer.lastForm.access_token ?? '';
}

test('after a sleep of ten hours a document without changes goes on by itself, with a new token', async ({ page }) => {
  const before = await openAsleep(page, 'Slept.txt');
  await page.clock.fastForward(tenHours);
  await expect.poll(() => portal.documentServer.lastForm.access_token).not.toBe(before);
  await expect(textOf(page)).toHaveValue('the words');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('with changes in the editor nothing is opened anew before the person says so', async ({ page }) => {
  const before = await openAsleep(page, 'Typed.txt');
  await textOf(page).fill('words that are not saved yet');
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

test('who was signed out meanwhile signs in again in another tab, and renews then', async ({ page, context }) => {
  const before = await openAsleep(page, 'Signed out.txt');
  await textOf(page).fill('words');
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.clock.fastForward(tenHours);
  const ended = page.getByRole('dialog', { name: 'This editing session has ended' });
  await ended.getByRole('button', { name: 'Renew the session' }).click();
  await expect(ended.getByRole('alert')).toContainText('You are signed out');
  await expect(ended.getByRole('link', { name: 'Sign in' })).toHaveAttribute('target', '_blank');
  await context.addCookies(cookies);
  await ended.getByRole('button', { name: 'Renew the session' }).click();
  await expect.poll(() => portal.documentServer.lastForm.access_token).not.toBe(before);
});

test('a list whose person is signed out elsewhere leads to the sign-in page and back', async ({ page, browser }) => {
  await portal.signInAnew(page);
  await page.goto(`${portal.server.url}/starred`);
  const other = await (await browser.newContext()).newPage();
  await portal.signInAnew(other);
  await other.goto(`${portal.server.url}/settings`);
  await other.getByRole('button', { name: /everywhere else/i }).click();
  await page.bringToFront();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible({ timeout: 20_000 });
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(title(page, 'Starred')).toBeVisible();
  await other.context().close();
});

test('a wrong password says so and keeps the e-mail; after ten of them one waits', async ({ page }) => {
  const complaints = watchConsole(page);
  await portal.run('create-user', 'guess@example.com');
  await page.goto(`${portal.server.url}/signin`);
  await page.getByLabel('E-mail').fill('guess@example.com');
  const attempt = async () => {
    await page.getByLabel('Password').fill('not this one at all');
    const answer = page.waitForResponse(/callback\/credentials/);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answer;
    await expect(page.getByLabel('Password')).toHaveValue('');
  };
  await attempt();
  await expect(page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('guess@example.com');
  await look(page, 'sign-in-wrong');
  for (let more = 1; more < 11; more += 1) await attempt();
  await expect(page.getByRole('alert').filter({ hasText: 'There were too many tries. Wait 15 minutes' })).toBeVisible();
  expect(complaints).toEqual([]);
});
