import { expect } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { look } from './look';
import { password } from './portal';
import { firefox, openSettings, safari } from './settings-steps';
import { test } from './test';
import { watchConsole } from './watch-console';

test('somebody changes their name, and is called so at once and afterwards', async ({ page, portal }) => {
  const complaints = watchConsole(page);
  await openSettings(portal, page);
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Lena \u202erebeW');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByText('A name needs 1 to 100 visible characters.')).toBeVisible();
  await expectAccessible(page);
  await name.fill('  Lena   Weber ');
  await name.press('Enter');
  await expect(page.getByText('You are called Lena Weber now').first()).toBeVisible();
  await expect(name).toHaveValue('Lena Weber');
  await expect(page.getByRole('button', { name: 'Account' })).toContainText('Lena Weber');
  await page.reload();
  await expect(name).toHaveValue('Lena Weber');
  expect(complaints).toEqual([]);
});

test('a language that is chosen shows at once, stays after a reload and speaks in refusals too', async ({
  page,
  portal,
}) => {
  const complaints = watchConsole(page);
  await openSettings(portal, page);
  await look(page, 'settings-page', { fullPage: true });
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
  await look(page, 'settings-german', { fullPage: true });

  await page.getByRole('link', { name: 'Meine Dokumente' }).first().click();
  await expect(page.getByRole('heading', { name: 'Meine Dokumente' })).toBeVisible();
  await look(page, 'documents-german', { fullPage: true });
  await page.goto(`${portal.url}/edit/0000000000000000000000000x`);
  await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht' })).toBeVisible();
  await look(page, 'not-found-german', { fullPage: true });

  await openSettings(portal, page);
  await page.getByRole('radio', { name: 'Wie der Browser' }).check();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Like the browser' })).toBeChecked();
  expect(complaints).toEqual([]);
});

test('the person’s language comes along to another browser, whatever that is set to', async ({
  browser,
  page,
  portal,
  lena,
}) => {
  await openSettings(portal, page);
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByText('This page is in English now').first()).toBeVisible();
  const german = await (await browser.newContext({ locale: 'de-AT' })).newPage();
  await german.goto(`${portal.url}/signin`);
  await expect(german.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await look(german, 'sign-in-german', { fullPage: true });
  await german.getByLabel('E-Mail').fill(lena.email);
  await german.getByLabel('Passwort').fill('wrong password');
  await german.getByRole('button', { name: 'Anmelden' }).click();
  await expect(german.getByText('E-Mail oder Passwort stimmt nicht.')).toBeVisible();
  await german.getByLabel('Passwort').fill(password);
  await german.getByRole('button', { name: 'Anmelden' }).click();
  await expect(german.getByRole('heading', { name: 'My documents' })).toBeVisible();
  await german.context().close();
  await page.getByRole('radio', { name: 'Like the browser' }).check();
  await expect(page.getByRole('radio', { name: 'Like the browser' })).toBeChecked();
});

test('the sign-in page changes its language, keeps what was typed, and the portal follows', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  await page.goto(`${portal.url}/signin`);
  await page.getByLabel('E-mail').fill(lena.email);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('E-Mail')).toHaveValue(lena.email);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Meine Dokumente' })).toBeVisible();
  await openSettings(portal, page);
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
});

test('signing out another browser ends its session at once, this one goes on', async ({ page, portal, lena }) => {
  const complaints = watchConsole(page);
  const there = await portal.session(lena, firefox);
  const phone = await portal.session(lena, safari);
  await openSettings(portal, page);
  const sessions = page.getByRole('list', { name: 'Sessions' });
  await expect(sessions.getByRole('listitem').first()).toContainText(/Chrome on Linux.*This session/);
  await expect(sessions).toContainText('Firefox on Windows');
  await expect(sessions).toContainText('Safari on iPhone');
  await look(page, 'settings-sessions', { fullPage: true });

  expect([await portal.isSignedIn(there), await portal.isSignedIn(phone)]).toEqual([true, true]);
  await page.getByRole('button', { name: 'Sign out Firefox on Windows' }).click();
  await expect(page.getByText('Firefox on Windows is signed out').first()).toBeVisible();
  await expect(sessions).not.toContainText('Firefox on Windows');
  await expect(sessions).toBeFocused();
  expect([await portal.isSignedIn(there), await portal.isSignedIn(phone)]).toEqual([false, true]);

  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('You are signed out in 1 other place').first()).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toBeHidden();
  expect(await portal.isSignedIn(phone)).toBe(false);
  await page.reload();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('a session that had ended in the meantime is told so, and goes from the list', async ({
  page,
  portal,
  lena,
  elsewhere,
}) => {
  const there = await elsewhere(lena, firefox);
  await openSettings(portal, page);
  await portal.open(there);
  await there.getByRole('button', { name: 'Account' }).click();
  await there.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out Firefox on Windows' }).click();
  await expect(page.getByText('Nobody is signed in there any more.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out Firefox on Windows' })).toBeHidden();
});

test('settings are changed by keyboard alone', async ({ page, portal, lena }) => {
  await portal.session(lena, firefox);
  await openSettings(portal, page);
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Lena Weber');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are called Lena Weber now').first()).toBeVisible();
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
});

test('administrators see how it stands with the Document Server, and members see nothing of it', async ({
  page,
  portal,
  elsewhere,
}) => {
  const complaints = watchConsole(page);
  await openSettings(portal, page);
  await expect(page.getByRole('region', { name: 'Where you are signed in' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Document Server' })).toBeHidden();
  const theirs = await elsewhere(await portal.person('Ada', 'admin'));
  await openSettings(portal, theirs);
  const section = theirs.getByRole('region', { name: 'Document Server' });
  await expect(section).toContainText('Connected, and it signs its requests');
  await expect(section).toContainText(portal.documentServer.url);
  await look(theirs, 'settings-document-server', { fullPage: true });
  expect(complaints).toEqual([]);
});
