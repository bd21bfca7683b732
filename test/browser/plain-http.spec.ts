import { readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { freePort, startServer } from '../built-server';
import { startDocumentServer } from '../wopi-client/document-server';
import { chooseFiles, item, makeFolder, title, upload } from './list-steps';
import { admin, nothingConnected, Portal, watchConsole } from './portal';
import { saveState, textBox, textIn, typeAtEnd } from './text-steps';

/** A name in an office's network. Browsers trust localhost on plain http, and no other name. */
const name = 'lectern.internal';

const test = base.extend<object, { launchOptions: { args?: string[] } }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${name} 127.0.0.1`];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  const port = await freePort();
  const url = `http://${name}:${port}`;
  const settings = {
    ...nothingConnected,
    PUBLIC_URL: url,
    WOPI_BASE_URL: `http://127.0.0.1:${port}`,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  };
  portal = new Portal({ ...(await startServer({ port, settings })), url }, await startDocumentServer());
});
test.afterAll(() => portal?.stop());

test('on plain http under a name of the network people sign in, upload, edit, copy a command and download a zip', async ({
  page,
}) => {
  const complaints = watchConsole(page);
  await portal.signInAnew(page);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);

  await upload(page, ['Letter.docx', 'Notes.md']);
  await makeFolder(page, 'Many');
  await item(page, 'Notes.md').click();
  await expect(textBox(page)).toBeVisible();
  await typeAtEnd(page, ' and more');
  await expect(saveState(page)).toHaveText('Saved');
  await page.reload();
  expect(await textIn(page)).toBe('Notes.md and more');

  await page.goto(`${portal.server.url}/documents`);
  await item(page, 'Many').click();
  await expect(title(page, 'Many')).toBeVisible();
  // More than the address of a zip has room for.
  const files = Array.from({ length: 101 }, (_, n) => ({ name: `Sheet ${n}.csv` }));
  await chooseFiles(page, files);
  await expect(page.getByRole('region', { name: 'Uploads' }).getByRole('status')).toHaveText('101 files uploaded', {
    timeout: 60_000,
  });
  await page.goto(`${page.url()}?show=200`);
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toBeEnabled();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('101 selected');
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Download' }).click();
  const zipped = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(zipped)).toHaveLength(101);
  expect(complaints).toEqual([]);
});

test('on plain http what is copied with a button can be pasted', async ({ page }) => {
  await portal.signIn(page);
  await upload(page, ['Budget.xlsx']);
  await item(page, 'Budget.xlsx').click();
  const code = page.locator('.code').filter({ hasText: 'DOCUMENT_SERVER_URL' });
  await code.getByRole('button', { name: 'Copy' }).click();
  await expect(code.getByRole('button', { name: 'Copied' })).toBeFocused();
  await page.goto(`${portal.server.url}/documents`);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('searchbox')).toHaveValue(/DOCUMENT_SERVER_URL=/);
});

test('two files of one upload whose names are one here are both kept', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Folded');
  await item(page, 'Folded').click();
  await expect(title(page, 'Folded')).toBeVisible();
  await chooseFiles(page, [
    { name: 'Plan.md', text: 'first' },
    { name: 'plan.md', text: 'second' },
    { name: 'a:b.txt', text: 'third' },
    { name: 'a*b.txt', text: 'fourth' },
  ]);
  for (const each of ['Plan.md', 'plan (1).md', 'a_b.txt', 'a_b (1).txt']) await expect(item(page, each)).toBeVisible();
});
