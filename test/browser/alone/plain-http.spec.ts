import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { officeName } from '../../../playwright.config';
import { chooseFiles, item, makeFolder, title } from '../list-steps';
import { signIn } from '../sign-in';
import { test } from '../test';
import { expectText, saveState, textBox, typeAtEnd } from '../text-steps';
import { watchConsole } from '../watch-console';

// A name in an office's network. Browsers trust localhost on plain http, and no other name.
test.use({ host: officeName });

test('on plain http under a name of the network people sign in, upload, edit, copy a command and download a zip', async ({
  newWindow: page,
  portal,
  lena,
}) => {
  const complaints = watchConsole(page);
  await signIn(page, portal.url, lena);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);

  await chooseFiles(page, [{ name: 'Letter.docx' }, { name: 'Notes.md' }]);
  await expect(item(page, 'Letter.docx')).toBeVisible();
  await makeFolder(page, 'Many');
  await expect(item(page, 'Many')).toBeVisible();
  await item(page, 'Notes.md').click();
  await expect(textBox(page)).toBeVisible();
  await typeAtEnd(page, ' and more');
  await expect(saveState(page)).toHaveText('Saved');
  await page.reload();
  await expectText(page, 'Notes.md and more');

  await page.goto(`${portal.url}/documents`);
  await item(page, 'Many').click();
  await expect(title(page, 'Many')).toBeVisible();
  const folder = page.url().split('/').at(-1) ?? '';
  // More than the address of a zip has room for.
  const names = Array.from({ length: 101 }, (_, n) => `Sheet ${n}.csv`);
  await portal.documents(lena, names, folder);
  await portal.open(page, `/folders/${folder}?show=200`);
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('101 selected');
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Download' }).click();
  const zipped = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(zipped)).toHaveLength(101);
  expect(complaints).toEqual([]);
});

test('on plain http what is copied with a button can be pasted', async ({ page, portal }) => {
  const ada = await portal.person('Ada', 'admin');
  const id = await portal.document(ada, 'Budget.xlsx');
  await portal.signIn(page.context(), ada);
  await page.goto(`${portal.url}/edit/${id}`);
  const code = page.locator('.code').filter({ hasText: 'DOCUMENT_SERVER_URL' });
  await code.getByRole('button', { name: 'Copy' }).click();
  await expect(code.getByRole('button', { name: 'Copied' })).toBeFocused();
  await portal.open(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('searchbox')).toHaveValue(/DOCUMENT_SERVER_URL=/);
});
