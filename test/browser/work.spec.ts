import path from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { item, look, makeFolder, namesIn, title, upload } from './list-steps';
import { Portal } from './portal';

let portal: Portal;
test.use({ actionTimeout: 15_000 });
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

/** Writes in the server's own database, beside it. */
function inDatabase(...statements: string[]): void {
  const database = new Database(path.join(portal.server.dataDir, 'lectern.db'), { timeout: 10_000 });
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** From now on each job is held by somebody who does nothing, as on a machine that has much to do. */
const holdJobs = () =>
  inDatabase(`CREATE TRIGGER held AFTER INSERT ON "Job"
    BEGIN UPDATE "Job" SET "heldUntil" = '2999-01-01T00:00:00.000+00:00' WHERE "id" = NEW."id"; END`);
const releaseJobs = () =>
  inDatabase('DROP TRIGGER held', `UPDATE "Job" SET "heldUntil" = '2000-01-01T00:00:00.000+00:00'`);

test('work that takes longer than a moment shows how far it is, ends, and is taken back at once', async ({ page }) => {
  await portal.signIn(page);
  await makeFolder(page, 'Much');
  await item(page, 'Much').click();
  await expect(title(page, 'Much')).toBeVisible();
  const names = ['a.docx', 'b.docx', 'c.docx'];
  await upload(page, names);
  holdJobs();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  const progress = page.getByRole('region', { name: 'Work in progress' }).getByRole('progressbar');
  await expect(progress).toHaveAccessibleName('Moving to the trash…');
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 3');
  await expect(progress).toHaveAttribute('aria-valuenow', '0');
  expect(await namesIn(page)).toEqual([]);
  await look(page, 'work');
  releaseJobs();
  await expect(page.getByText('3 items were moved to the trash').first()).toBeVisible();
  await expect(progress).toBeHidden();
  expect(await namesIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const name of names) await expect(item(page, name)).toBeVisible();
  await expect(page.getByText('3 items are back').first()).toBeVisible();
});

test('all of a list is chosen beyond what is on the page, goes in one wish, and comes back with one undo', async ({
  page,
}) => {
  await portal.signIn(page);
  await makeFolder(page, 'Hundreds');
  await makeFolder(page, 'Target');
  const folder = (await item(page, 'Hundreds').getAttribute('href'))?.split('/').at(-1);
  const { url } = portal.server;
  for (let n = 0; n < 110; n += 1) {
    const answer = await page.request.post(`${url}/api/upload?name=Sheet%20${n}.csv&folder=${folder}`, {
      ...{ data: Buffer.from(`${n}`), headers: { Origin: url } },
    });
    expect(answer.status()).toBe(201);
  }
  await page.goto(`${url}/folders/${folder}`);
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toBeEnabled();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('100 selected');
  await bar.getByRole('button', { name: 'Select all 110' }).click();
  await expect(bar).toContainText('All 110 selected');
  await look(page, 'everything');
  await bar.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('110 items were moved to the trash').first()).toBeVisible();
  await expect(page.getByText('This folder is empty')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('110 items are back').first()).toBeVisible();
  await expect(page.getByText('100 of 110')).toBeVisible();

  await page.keyboard.press('Control+a');
  await bar.getByRole('button', { name: 'Select all 110' }).click();
  await bar.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 110 items' });
  await dialog.getByRole('button', { name: 'My documents' }).click();
  await dialog.getByRole('button', { name: 'Target' }).click();
  await expect(dialog.getByText('There are no folders in here.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Move here' }).click();
  await expect(page.getByText('110 items moved to “Target”').first()).toBeVisible();
  await expect(page.getByText('This folder is empty')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('100 of 110')).toBeVisible();
});

test('work whose page was left goes on without it', async ({ page }) => {
  test.setTimeout(180_000);
  await portal.signIn(page);
  await makeFolder(page, 'Left');
  await item(page, 'Left').click();
  await expect(title(page, 'Left')).toBeVisible();
  await upload(page, ['x.docx', 'y.docx']);
  const address = page.url();
  holdJobs();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('region', { name: 'Work in progress' })).toBeVisible();
  await page.goto('about:blank');
  releaseJobs();
  await page.goto(address);
  // House-keeping looks every minute.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('This folder is empty')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
});
