import { type Browser, expect, type Page, test } from '@playwright/test';
import { choose, chooseFiles, item, makeFolder, namesIn, title, upload } from './list-steps';
import { expectAccessible, Portal } from './portal';
import { saveVersions } from './version-steps';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

const adjusted = 'What cannot stand in a name was left out, replaced by “_”, or cut off.';

async function beginFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Folder', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
}

async function goInto(page: Page, name: string): Promise<void> {
  await item(page, name).click();
  await expect(title(page, name)).toBeVisible();
}

/** A second person, signed in, with a document of the first one to edit. */
async function editorBeside(browser: Browser, documentId: string, email: string): Promise<Page> {
  const person = (await portal.run('create-user', email, '--name', 'Ben')) as { password: string }; // the command's JSON
  await portal.run('share', documentId, '--user', email, '--role', 'editor');
  const page = await (await browser.newContext()).newPage();
  await portal.signIn(page, { email, password: person.password });
  await page.getByRole('link', { name: 'Shared with me' }).click();
  await expect(title(page, 'Shared with me')).toBeVisible();
  return page;
}

/** The list does not learn what others do: as in the seconds before it asks again. */
async function stopAsking(page: Page): Promise<void> {
  await page.route('**/api/listings/state**', (route) => route.abort());
}

test('a new folder’s name is put right where it has to be, and the page says so', async ({ page }) => {
  await portal.signIn(page);
  for (const [typed, name] of [
    ['Q1/Q2\\Q3', 'Q1_Q2_Q3'],
    ['invoice\u202Egpj', 'invoicegpj'],
    ['tab\tand\u0007bell', 'tabandbell'],
    ['CON', '_CON'],
    [`${'ü'.repeat(150)}.`, 'ü'.repeat(150)],
    ['y'.repeat(300), 'y'.repeat(250)],
  ] as const) {
    await beginFolder(page, typed);
    await expect(item(page, name)).toBeVisible();
    await expect(page.getByText(adjusted).first()).toBeVisible();
    const notice = page.getByRole('dialog').filter({ hasText: `“${name}” is here` });
    await notice.hover();
    await notice.getByRole('button', { name: 'Close' }).click();
    await expect(notice).toBeHidden();
  }
});

test('blanks, and characters that nobody sees, are no name: the dialog stays and says so', async ({ page }) => {
  await portal.signIn(page);
  for (const nothing of ['', '    ', '\u200b\u202e']) {
    await beginFolder(page, nothing);
    const dialog = page.getByRole('dialog', { name: 'New folder' });
    await expect(dialog.getByRole('alert')).toHaveText('Type a name first.');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('a rename is put right as well, keeps the extension, and a name that is taken is refused with a sentence', async ({
  page,
}) => {
  await portal.signIn(page);
  await makeFolder(page, 'Renames');
  await goInto(page, 'Renames');
  await upload(page, ['Plan.docx', 'Other.docx']);
  await choose(page, 'Plan.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('a/b: "c"');
  await page.keyboard.press('Enter');
  await expect(item(page, 'a_b_ _c_.docx')).toBeVisible();
  await expect(page.getByText(adjusted).first()).toBeVisible();
  await choose(page, 'a_b_ _c_.docx', 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill('OTHER');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rename' }).getByRole('alert')).toContainText('Choose another name');
  await page.keyboard.press('Escape');
  expect(await namesIn(page)).toEqual(['a_b_ _c_.docx', 'Other.docx']);
});

test('an uploaded file with a name that cannot stay says under which it is stored', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Odd uploads');
  await goInto(page, 'Odd uploads');
  const long = `${'ä'.repeat(145)}.txt`;
  await chooseFiles(page, [{ name: 'what: now?.txt' }, { name: 'nul.txt' }, { name: long }]);
  await expect(page.getByText('Stored as “what_ now_.txt”')).toBeVisible();
  await expect(page.getByText('Stored as “_nul.txt”')).toBeVisible();
  for (const name of ['what_ now_.txt', '_nul.txt', long]) await expect(item(page, name)).toBeVisible();
});

test('a folder does not go into itself, whichever way it is tried, and stays where it is', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Outer');
  await goInto(page, 'Outer');
  await makeFolder(page, 'Inner');
  await page.goBack();
  await expect(title(page, 'My documents')).toBeVisible();
  await item(page, 'Outer').focus();
  await page.keyboard.press('Control+x');
  await expect(page.getByText('can be moved with Ctrl+V').first()).toBeVisible();
  await goInto(page, 'Outer');
  await goInto(page, 'Inner');
  await page.keyboard.press('Control+v');
  await expect(page.getByText('“Outer” was not moved', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('“Outer” cannot be moved into itself').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Folder path' }).getByRole('link', { name: 'My documents' }).click();
  await expect(item(page, 'Outer')).toBeVisible();
});

test('one renames what the other has just moved to the trash: a sentence, and it comes back as it was', async ({
  page,
  browser,
}) => {
  await portal.signIn(page);
  const id = await saveVersions(page, portal, 'Contract.docx', ['the words']);
  await page.reload();
  const ben = await editorBeside(browser, id, 'ben@example.com');
  await stopAsking(ben);
  await choose(ben, 'Contract.docx', 'Rename…');
  await ben.getByRole('textbox', { name: 'New name' }).fill('Mine');
  await choose(page, 'Contract.docx', 'Move to trash');
  await expect(page.getByText('“Contract.docx” was moved to the trash').first()).toBeVisible();
  await ben.keyboard.press('Enter');
  await expect(ben.getByRole('dialog', { name: 'Rename' }).getByRole('alert')).toContainText(
    'does not exist, or it is not shared with you',
  );
  await ben.context().close();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'Contract.docx')).toBeVisible();
  const content = await page.request.get(`${portal.server.url}/api/documents/${id}/content`);
  expect(await content.text()).toBe('the words');
});

test('both rename at once: one name holds for both', async ({ page, browser }) => {
  await portal.signIn(page);
  const id = await saveVersions(page, portal, 'Both.docx', ['the words']);
  await page.reload();
  const ben = await editorBeside(browser, id, 'bea@example.com');
  const pages = [page, ben];
  for (const [n, each] of pages.entries()) {
    await choose(each, 'Both.docx', 'Rename…');
    await each.getByRole('textbox', { name: 'New name' }).fill(`Choice ${n}`);
  }
  await Promise.all(pages.map((each) => each.keyboard.press('Enter')));
  for (const each of pages) await expect(each.getByRole('dialog')).toBeHidden();
  const named = async (each: Page) => (await namesIn(each)).filter((name) => name.startsWith('Choice'));
  await expect
    .poll(async () => [await named(page), await named(ben)].map(String))
    .toEqual(expect.arrayContaining([expect.stringMatching(/^Choice [01]\.docx$/)]));
  await expect.poll(async () => String(await named(page)) === String(await named(ben))).toBe(true);
  await ben.context().close();
});

test('what has vanished under the page: moving it, moving into it and opening it each say so', async ({
  page,
  context,
}) => {
  await portal.signIn(page);
  await makeFolder(page, 'Vanishing');
  await goInto(page, 'Vanishing');
  await makeFolder(page, 'Target');
  await upload(page, ['Gone.docx', 'Stays.docx']);
  const other = await context.newPage();
  await other.goto(page.url());
  await stopAsking(page);
  for (const name of ['Gone.docx', 'Target']) {
    await choose(other, name, 'Move to trash');
    await expect(other.getByText(`“${name}” was moved to the trash`).first()).toBeVisible();
  }

  await item(page, 'Stays.docx').dragTo(item(page, 'Target'));
  await expect(page.getByText('“Stays.docx” was not moved', { exact: true }).first()).toBeVisible();
  await expect(item(page, 'Stays.docx')).toBeVisible();
  await expect(item(page, 'Target')).toBeHidden();

  await page.unroute('**/api/listings/state**');
  await other.goto(`${portal.server.url}/documents`);
  await choose(other, 'Vanishing', 'Move to trash');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to my documents' }).click();
  await expect(title(page, 'My documents')).toBeVisible();
});
