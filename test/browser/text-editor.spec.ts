import { expect, test } from '@playwright/test';
import { newDataDir, removeDataDir, startServer } from '../built-server';
import { item, title } from './list-steps';
import { admin, nothingConnected, Portal, watchConsole } from './portal';
import {
  chooseInEditor,
  closeButton,
  closeEditor,
  editorFrame,
  newText,
  saveState,
  textBox,
  textIn,
  typeAtEnd,
} from './text-steps';
import { chooseVersion } from './version-steps';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start(nothingConnected);
});
test.afterAll(() => portal?.stop());

test('with nothing but Node: a new text, typed, saved, copied, renamed, closed, opened again, an earlier version restored', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await portal.signIn(page);
  await newText(page, 'Diary');
  await typeAtEnd(page, 'First words.');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');
  await typeAtEnd(page, '\nSecond line.');
  await page.keyboard.press('Control+s');
  await expect(saveState(page)).toHaveText('Saved');

  await chooseInEditor(page, 'Save a copy…');
  await editorFrame(page).getByRole('textbox', { name: 'Name of the copy' }).fill('Diary for Ben');
  await editorFrame(page).getByRole('button', { name: 'Save the copy' }).click();
  await expect(editorFrame(page).getByText('Copy saved: Diary for Ben.txt')).toBeVisible();

  await editorFrame(page).getByRole('button', { name: 'Diary.txt' }).click();
  await editorFrame(page).getByRole('textbox', { name: 'Name' }).fill('Journal');
  await editorFrame(page).getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(editorFrame(page).getByRole('heading', { name: 'Journal.txt', exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^Journal\.txt/);

  await closeEditor(page);
  await expect(item(page, 'Diary for Ben.txt')).toBeVisible();
  await item(page, 'Journal.txt').click();
  await expect.poll(() => textIn(page)).toBe('First words.\nSecond line.');

  await chooseInEditor(page, 'Versions');
  await chooseVersion(page, 2);
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect.poll(() => textIn(page)).toBe('First words.');
  await typeAtEnd(page, ' And more.');
  await expect(saveState(page)).toHaveText('Saved');
  expect(complaints).toEqual([]);
});

test('what is typed is saved by itself after a pause, and the state is visible all the time', async ({ page }) => {
  await portal.signIn(page);
  await newText(page, 'Pause');
  await typeAtEnd(page, 'a');
  await expect(saveState(page)).toHaveText('Not saved yet');
  await expect(saveState(page)).toHaveText('Saved');
  await page.reload();
  await expect.poll(() => textIn(page)).toBe('a');
});

test('a second person is told who edits, and gets in when the first closes', async ({ page, browser }) => {
  await portal.run('create-user', 'ben@example.com', '--name', 'Ben Berg').catch(() => undefined);
  await portal.signIn(page);
  await newText(page, 'Minutes');
  await typeAtEnd(page, 'Present: Lena.');
  await expect(saveState(page)).toHaveText('Saved');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { password } = (await portal.run('create-user', 'carla@example.com', '--name', 'Carla')) as {
    password: string;
  };
  await portal.run('share', id, '--user', 'carla@example.com', '--role', 'editor');

  const second = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await portal.signIn(second, { email: 'carla@example.com', password });
  await second.goto(`${portal.server.url}/edit/${id}`);
  await expect(editorFrame(second).getByText(/is editing\. You can read along/)).toBeVisible();
  await expect.poll(() => textIn(second)).toBe('Present: Lena.');
  await expect(textBox(second)).toHaveAttribute('contenteditable', 'false');

  await typeAtEnd(page, ' Carla is late.');
  await closeEditor(page);
  await expect(textBox(second)).toHaveAttribute('contenteditable', 'true', { timeout: 20_000 });
  await expect.poll(() => textIn(second)).toBe('Present: Lena. Carla is late.');
  await typeAtEnd(second, ' Here now.');
  await expect(saveState(second)).toHaveText('Saved');
  await second.context().close();
});

test('a second tab of the same person reads, and edits when the first is closed', async ({ page, context }) => {
  await portal.signIn(page);
  await newText(page, 'Two tabs');
  await typeAtEnd(page, 'one');
  await expect(saveState(page)).toHaveText('Saved');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(editorFrame(other).getByText('You are editing this document in another tab.')).toBeVisible();
  await closeEditor(page);
  await expect(textBox(other)).toHaveAttribute('contenteditable', 'true', { timeout: 20_000 });
});

test('the server is killed while somebody types and started again: no typed word is lost', async ({ page }) => {
  test.setTimeout(180_000);
  const dataDir = newDataDir();
  const settings = { ...nothingConnected, ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password };
  let server = await startServer({ dataDir, settings });
  try {
    await new Portal(server, portal.documentServer).signIn(page);
    await newText(page, 'Storm');
    await typeAtEnd(page, 'Before the storm.');
    await expect(saveState(page)).toHaveText('Saved');
    const { port } = server;

    await page.keyboard.type(' During');
    await server.stop('SIGKILL');
    await page.keyboard.type(' the storm.');
    await expect(saveState(page)).toHaveText('Not saved');
    await expect(editorFrame(page).getByText(/The server does not answer/)).toBeVisible();
    server = await startServer({ dataDir, port, settings });
    await expect(saveState(page)).toHaveText('Saved', { timeout: 45_000 });

    // And once more, with the tab closed before the server is back.
    await page.keyboard.type(' And after.');
    await server.stop('SIGKILL');
    await page.keyboard.type(' All of it.');
    await expect(saveState(page)).toHaveText('Not saved');
    const address = page.url();
    const next = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    server = await startServer({ dataDir, port, settings });
    await next.goto(address);
    await expect.poll(() => textIn(next)).toBe('Before the storm. During the storm. And after. All of it.');
    await expect(editorFrame(next).getByText(/that was not saved is back/)).toBeVisible();
    await expect(saveState(next)).toHaveText('Saved');
    await next.reload();
    await expect.poll(() => textIn(next)).toBe('Before the storm. During the storm. And after. All of it.');
  } finally {
    await server.stop();
    removeDataDir(dataDir);
  }
});

test('closing waits for the save; a text that cannot be saved asks first', async ({ page }) => {
  await portal.signIn(page);
  await newText(page, 'Hurry');
  await typeAtEnd(page, 'in a hurry');
  await closeEditor(page);
  await item(page, 'Hurry.txt').click();
  await expect.poll(() => textIn(page)).toBe('in a hurry');

  await page.route('**/wopi/**', (route) => route.abort());
  await typeAtEnd(page, ', again');
  await closeButton(page).click();
  await expect(editorFrame(page).getByRole('heading', { name: 'Close without saving?' })).toBeVisible();
  await editorFrame(page)
    .getByRole('button', { name: 'Stay' })
    .or(editorFrame(page).getByRole('button', { name: 'Cancel' }))
    .first()
    .click();
  await page.unroute('**/wopi/**');
  await expect(saveState(page)).toHaveText('Saved', { timeout: 45_000 });
  await closeEditor(page);
  await expect(title(page, 'My documents')).toBeVisible();
});
