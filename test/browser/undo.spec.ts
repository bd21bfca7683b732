import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { choose, item, makeFolder, namesIn, title, upload } from './list-steps';
import { Portal } from './portal';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

async function rename(page: Page, from: string, base: string): Promise<void> {
  await choose(page, from, 'Rename…');
  await page.getByRole('textbox', { name: 'New name' }).fill(base);
  await page.keyboard.press('Enter');
}

test('Ctrl+Z takes back one thing after the other, the latest first', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Drawer');
  await upload(page, ['a.docx', 'b.docx', 'c.docx']);
  await choose(page, 'a.docx', 'Move to trash');
  await expect(item(page, 'a.docx')).toBeHidden();
  await item(page, 'b.docx').dragTo(item(page, 'Drawer'));
  await expect(item(page, 'b.docx')).toBeHidden();
  await rename(page, 'c.docx', 'd');
  await expect(item(page, 'd.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Drawer', 'd.docx']);

  await page.keyboard.press('Control+z');
  await expect(item(page, 'c.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Drawer', 'c.docx']);
  await page.keyboard.press('Control+z');
  await expect(item(page, 'b.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Drawer', 'b.docx', 'c.docx']);
  await page.keyboard.press('Control+z');
  await expect(item(page, 'a.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['Drawer', 'a.docx', 'b.docx', 'c.docx']);
});

test('Ctrl+Z right after a wish is about that wish, also while the server is still at it', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Quick');
  await item(page, 'Quick').click();
  await expect(title(page, 'Quick')).toBeVisible();
  await upload(page, ['first.docx', 'second.docx']);
  await choose(page, 'first.docx', 'Move to trash');
  await expect(page.getByText('“first.docx” was moved to the trash').first()).toBeVisible();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/folders/**`, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await choose(page, 'second.docx', 'Move to trash');
  await expect(item(page, 'second.docx')).toBeHidden();
  await page.keyboard.press('Control+z');
  release();
  await expect(item(page, 'second.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['second.docx']);
});

test('the notice’s Undo and Ctrl+Z do not take the same thing back twice', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Once');
  await item(page, 'Once').click();
  await expect(title(page, 'Once')).toBeVisible();
  await upload(page, ['x.docx', 'y.docx']);
  for (const name of ['x.docx', 'y.docx']) {
    await choose(page, name, 'Move to trash');
    await expect(page.getByText(`“${name}” was moved to the trash`).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'y.docx')).toBeVisible();
  expect(await namesIn(page)).toEqual(['y.docx']);
  await page.keyboard.press('Control+z');
  await expect(item(page, 'x.docx')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('could not be taken back')).toBeHidden();
  expect(await namesIn(page)).toEqual(['x.docx', 'y.docx']);
});

test('hundreds of chosen documents come as one zip, and a refusal of it is a sentence', async ({ page, context }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Hundreds');
  const folder = (await item(page, 'Hundreds').getAttribute('href'))?.split('/').at(-1);
  const { url } = portal.server;
  for (let n = 0; n < 120; n += 1) {
    const answer = await page.request.post(`${url}/api/upload?name=Sheet%20${n}.csv&folder=${folder}`, {
      data: Buffer.from(`${n}`),
      headers: { Origin: url },
    });
    expect(answer.status()).toBe(201);
  }
  await page.goto(`${url}/folders/${folder}?show=200`);
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toBeEnabled();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('120 selected');
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Download' }).click();
  const files = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(files)).toHaveLength(120);
  expect(Buffer.from(files['Sheet 119.csv'] ?? []).toString()).toBe('119');
  expect(page.url()).toContain('/folders/');

  // What the list does not know yet.
  await page.route('**/api/listings/state**', (route) => route.abort());
  const other = await context.newPage();
  await other.goto(`${url}/folders/${folder}`);
  await choose(other, 'Sheet 7.csv', 'Move to trash');
  await expect(other.getByText('“Sheet 7.csv” was moved to the trash').first()).toBeVisible();
  await bar.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByText('120 items could not be downloaded').first()).toBeVisible();
});
