import { expect, test } from '@playwright/test';
import { lookWhole } from './list-steps';
import { admin, expectAccessible, Portal, watchConsole } from './portal';
import { firefox, openSettings, safari, signInElsewhere } from './settings-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

test('somebody changes their name, and is called so at once and afterwards', async ({ page }) => {
  const complaints = watchConsole(page);
  await portal.signInAnew(page);
  await openSettings(portal, page);
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Lena \u202egreB');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByText('A name needs 1 to 100 visible characters.')).toBeVisible();
  await expectAccessible(page);
  await name.fill('  Lena   Berg ');
  await name.press('Enter');
  await expect(page.getByText('You are called Lena Berg now').first()).toBeVisible();
  await expect(name).toHaveValue('Lena Berg');
  await expect(page.getByRole('button', { name: 'Account' })).toContainText('Lena Berg');
  await page.reload();
  await expect(name).toHaveValue('Lena Berg');
  expect(complaints).toEqual([]);
});

test('a language that is chosen shows at once, stays after a reload and speaks in refusals too', async ({ page }) => {
  const complaints = watchConsole(page);
  await portal.signInAnew(page);
  await openSettings(portal, page);
  await lookWhole(page, 'settings-page');
  await expect(page.getByRole('radio', { name: 'Like the browser' })).toBeChecked();
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByText('Diese Seite ist jetzt auf Deutsch').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page).toHaveTitle('Einstellungen — Lectern');
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();

  await page.getByLabel('Aktuelles Passwort').fill('not the password');
  await page.getByLabel('Neues Passwort', { exact: true }).fill('another password');
  await page.getByLabel('Neues Passwort wiederholen').fill('another password');
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(page.getByText('Das ist nicht Ihr aktuelles Passwort.')).toBeVisible();
  await lookWhole(page, 'settings-german');

  await page.getByRole('link', { name: 'Meine Dokumente' }).first().click();
  await expect(page.getByRole('heading', { name: 'Meine Dokumente' })).toBeVisible();
  await lookWhole(page, 'documents-german');
  await page.goto(`${portal.server.url}/edit/0000000000000000000000000x`);
  await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht' })).toBeVisible();
  await lookWhole(page, 'not-found-german');

  await openSettings(portal, page);
  await page.getByRole('radio', { name: 'Wie der Browser' }).check();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Like the browser' })).toBeChecked();
  expect(complaints).toEqual([]);
});

test('the person’s language comes along to another browser, whatever that is set to', async ({ browser, page }) => {
  await portal.signInAnew(page);
  await openSettings(portal, page);
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByText('This page is in English now').first()).toBeVisible();
  const german = await (await browser.newContext({ locale: 'de-AT' })).newPage();
  await german.goto(`${portal.server.url}/signin`);
  await expect(german.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await lookWhole(german, 'sign-in-german');
  await german.getByLabel('E-Mail').fill(admin.email);
  await german.getByLabel('Passwort').fill('wrong');
  await german.getByRole('button', { name: 'Anmelden' }).click();
  await expect(german.getByText('E-Mail oder Passwort stimmt nicht.')).toBeVisible();
  await german.getByLabel('Passwort').fill(admin.password);
  await german.getByRole('button', { name: 'Anmelden' }).click();
  await expect(german.getByRole('heading', { name: 'My documents' })).toBeVisible();
  await german.context().close();
  await page.getByRole('radio', { name: 'Like the browser' }).check();
  await expect(page.getByRole('radio', { name: 'Like the browser' })).toBeChecked();
});

test('the sign-in page changes its language, keeps what was typed, and the portal follows', async ({ page }) => {
  await page.goto(`${portal.server.url}/signin`);
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('E-Mail')).toHaveValue(admin.email);
  await page.getByLabel('Passwort').fill(admin.password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Meine Dokumente' })).toBeVisible();
  await openSettings(portal, page);
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
});

test('signing out another browser ends its session at once, this one goes on', async ({ page, context }) => {
  const complaints = watchConsole(page);
  await portal.signInAnew(page);
  const [there, phone] = [
    await signInElsewhere(portal, context, firefox),
    await signInElsewhere(portal, context, safari),
  ];
  await openSettings(portal, page);
  const sessions = page.getByRole('list', { name: 'Sessions' });
  await expect(sessions.getByRole('listitem').first()).toContainText(/Chrome on Linux.*This session/);
  await expect(sessions).toContainText('Firefox on Windows');
  await expect(sessions).toContainText('Safari on iPhone');
  await lookWhole(page, 'settings-sessions');

  await page.getByRole('button', { name: 'Sign out Firefox on Windows' }).click();
  await expect(page.getByText('Firefox on Windows is signed out').first()).toBeVisible();
  await expect(sessions).not.toContainText('Firefox on Windows');
  await expect(sessions).toBeFocused();
  await there.reload();
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'My documents' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText(/^You are signed out in \d+ other places?$/).first()).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toBeHidden();
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  for (const other of [there, phone]) await other.context().close();
  expect(complaints).toEqual([]);
});

test('a session that had ended in the meantime is told so, and goes from the list', async ({ page, context }) => {
  await portal.signInAnew(page);
  const there = await signInElsewhere(portal, context, firefox);
  await openSettings(portal, page);
  await there.getByRole('button', { name: 'Account' }).click();
  await there.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out Firefox on Windows' }).first().click();
  await expect(page.getByText('Nobody is signed in there any more.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out Firefox on Windows' })).toBeHidden();
  await there.context().close();
});

test('settings are changed by keyboard alone', async ({ page, context }) => {
  await portal.signInAnew(page);
  const there = await signInElsewhere(portal, context, firefox);
  await openSettings(portal, page);
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Lena Berg');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are called Lena Berg now').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Like the browser' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByRole('button', { name: 'Change password' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Sign out / }).first()).toBeFocused();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
  await there.context().close();
});
