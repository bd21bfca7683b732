import { expect } from '@playwright/test';
import { newDataDir, removeDataDir, startServer } from '../../built-server';
import { item, title } from '../list-steps';
import { nothingConnected, password } from '../portal';
import { signIn } from '../sign-in';
import { test } from '../test';
import {
  chooseInEditor,
  closeButton,
  closeEditor,
  editorFrame,
  expectText,
  keptTexts,
  newText,
  saveState,
  textBox,
  typeAtEnd,
} from '../text-steps';
import { chooseVersion } from '../version-steps';
import { watchConsole } from '../watch-console';

test('with nothing but Node: a new text, typed, saved, copied, renamed, closed, opened again, an earlier version restored', async ({
  page,
  portal,
}) => {
  const complaints = watchConsole(page);
  await portal.open(page);
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
  await expectText(page, 'First words.\nSecond line.');

  await chooseInEditor(page, 'Versions');
  await chooseVersion(page, 2);
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expectText(page, 'First words.');
  await typeAtEnd(page, ' And more.');
  await expect(saveState(page)).toHaveText('Saved');
  expect(complaints).toEqual([]);
});

test('what is typed is saved by itself after a pause, and the state is visible all the time', async ({
  page,
  portal,
}) => {
  await portal.open(page);
  await newText(page, 'Pause');
  await typeAtEnd(page, 'a');
  await expect(saveState(page)).toHaveText('Not saved yet');
  await expect(saveState(page)).toHaveText('Saved');
  await page.reload();
  await expectText(page, 'a');
});

test('a second person is told who edits, and gets in when the first closes', async ({
  page,
  portal,
  lena,
  elsewhere,
}) => {
  const id = await portal.document(lena, 'Minutes.txt', 'Present: Lena.');
  const carla = await portal.person('Carla');
  await portal.share(lena, id, carla, 'editor');
  await page.goto(`${portal.url}/edit/${id}`);
  await typeAtEnd(page, ' Carla is');

  const second = await elsewhere(carla);
  await second.goto(`${portal.url}/edit/${id}`);
  await expect(editorFrame(second).getByText(/is editing\. You can read along/)).toBeVisible();
  await expect(textBox(second)).toHaveAttribute('contenteditable', 'false');

  await typeAtEnd(page, ' late.');
  await closeEditor(page);
  await expect(textBox(second)).toHaveAttribute('contenteditable', 'true', { timeout: 20_000 });
  await expectText(second, 'Present: Lena. Carla is late.');
  await typeAtEnd(second, ' Here now.');
  await expect(saveState(second)).toHaveText('Saved');
});

test('a second tab of the same person reads, and edits when the first is closed', async ({
  page,
  context,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Two tabs.txt', 'one');
  await page.goto(`${portal.url}/edit/${id}`);
  await expect(textBox(page)).toHaveAttribute('contenteditable', 'true');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(editorFrame(other).getByText('You are editing this document in another tab.')).toBeVisible();
  await closeEditor(page);
  await expect(textBox(other)).toHaveAttribute('contenteditable', 'true', { timeout: 20_000 });
});

test('the server is killed while somebody types and started again: no typed word is lost', async ({
  newWindow: page,
}) => {
  test.setTimeout(120_000);
  const dataDir = newDataDir();
  const admin = { email: 'lena@example.com' };
  const settings = { ...nothingConnected, ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: password };
  let server = await startServer({ dataDir, settings });
  try {
    await signIn(page, server.url, admin);
    await newText(page, 'Storm');
    await typeAtEnd(page, 'Before the storm.');
    await expect(saveState(page)).toHaveText('Saved');
    const other = await page.context().newPage();
    await other.goto(`${server.url}/documents`);
    await newText(other, 'Rain');
    await typeAtEnd(other, 'Before the rain.');
    await expect(saveState(other)).toHaveText('Saved');

    for (const each of [page, other]) await typeAtEnd(each, ' During');
    await server.stop('SIGKILL');
    for (const [each, storm] of [
      [page, 'storm'],
      [other, 'rain'],
    ] as const) {
      await typeAtEnd(each, ` the ${storm}.`);
      await expect(saveState(each)).toHaveText('Not saved');
      await expect(editorFrame(each).getByText(/The server does not answer/)).toBeVisible();
    }
    // One stays; the other is closed before the server is back, when this browser has what was typed.
    await expect.poll(() => keptTexts(other)).toContain('Before the rain. During the rain.');
    const address = other.url();
    await other.close({ runBeforeUnload: false });
    server = await startServer({ dataDir, port: server.port, settings });
    await expect(saveState(page)).toHaveText('Saved', { timeout: 45_000 });

    const next = await page.context().newPage();
    await next.goto(address);
    await expectText(next, 'Before the rain. During the rain.');
    await expect(editorFrame(next).getByText(/that was not saved is back/)).toBeVisible();
    await expect(saveState(next)).toHaveText('Saved');
    for (const [each, text] of [
      [page, 'Before the storm. During the storm.'],
      [next, 'Before the rain. During the rain.'],
    ] as const) {
      await each.reload();
      await expectText(each, text);
    }
  } finally {
    await server.stop();
    removeDataDir(dataDir);
  }
});

test('closing waits for the save; a text that cannot be saved asks first', async ({ page, portal }) => {
  await portal.open(page);
  await newText(page, 'Hurry');
  await typeAtEnd(page, 'in a hurry');
  await closeEditor(page);
  await item(page, 'Hurry.txt').click();
  await expectText(page, 'in a hurry');

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
