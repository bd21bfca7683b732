import { expect } from '@playwright/test';
import { db } from '@/lib/db/db';
import { finishJobs } from '@/lib/jobs/finish-jobs';
import { item, namesIn } from './list-steps';
import { look } from './look';
import { test } from './test';

/** From now on each job is held by somebody who does nothing, as on a machine that has much to do. */
const holdJobs = () =>
  db().$executeRawUnsafe(`CREATE TRIGGER held AFTER INSERT ON "Job"
    BEGIN UPDATE "Job" SET "heldUntil" = '2999-01-01T00:00:00.000+00:00' WHERE "id" = NEW."id"; END`);

async function releaseJobs(): Promise<void> {
  await db().$executeRawUnsafe('DROP TRIGGER held');
  await db().$executeRawUnsafe(`UPDATE "Job" SET "heldUntil" = '2000-01-01T00:00:00.000+00:00'`);
}

test('work that takes longer than a moment shows how far it is, ends, and is taken back at once', async ({
  page,
  portal,
  lena,
}) => {
  const names = ['a.docx', 'b.docx', 'c.docx'];
  await portal.documents(lena, names);
  await portal.open(page);
  await holdJobs();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  const progress = page.getByRole('region', { name: 'Work in progress' }).getByRole('progressbar');
  await expect(progress).toHaveAccessibleName('Moving to the trash…');
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 3');
  await expect(progress).toHaveAttribute('aria-valuenow', '0');
  expect(await namesIn(page)).toEqual([]);
  await look(page, 'work');
  await releaseJobs();
  await expect(page.getByText('3 items were moved to the trash').first()).toBeVisible();
  await expect(progress).toBeHidden();
  expect(await namesIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const name of names) await expect(item(page, name)).toBeVisible();
  await expect(page.getByText('3 items are back').first()).toBeVisible();
});

test('all of a list is chosen beyond what is on the page, goes in one wish, and comes back with one undo', async ({
  page,
  portal,
  lena,
}) => {
  const folder = await portal.folder(lena, 'Hundreds');
  await portal.folder(lena, 'Target');
  await portal.documents(
    lena,
    Array.from({ length: 110 }, (_, n) => `Sheet ${n}.csv`),
    folder,
  );
  await portal.open(page, `/folders/${folder}`);
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

test('work whose page was left is finished without it', async ({ page, portal, lena }) => {
  await portal.documents(lena, ['x.docx', 'y.docx']);
  await portal.open(page);
  await holdJobs();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('region', { name: 'Work in progress' })).toBeVisible();
  await page.goto('about:blank');
  await releaseJobs();
  // House-keeping of a server looks every minute; this is the one of a second instance.
  await finishJobs();
  await portal.open(page);
  expect(await namesIn(page)).toEqual([]);
});
