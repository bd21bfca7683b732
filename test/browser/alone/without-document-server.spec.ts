import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../expect-accessible';
import { item } from '../list-steps';
import { look } from '../look';
import type { Portal } from '../portal';
import { openSettings } from '../settings-steps';
import { test } from '../test';

test('without a Document Server an office document without a preview can be downloaded, and the page says how to connect one', async ({
  page,
  portal,
}) => {
  const ada = await portal.person('Ada', 'admin');
  await portal.documents(ada, ['Budget.xlsx', 'Archive.zip']);
  await portal.signIn(page.context(), ada);
  await cannotOpen(page, portal, 'Budget.xlsx', 'No editor is connected yet');
  await expect(page.getByText('DOCUMENT_SERVER_URL')).toBeVisible();
  await expect(page.getByText('11 bytes')).toBeVisible();
  await expectAccessible(page);

  // Nothing that is connected would open this one.
  await cannotOpen(page, portal, 'Archive.zip', 'cannot be opened here');
  await expect(page.getByText('(ZIP)')).toBeVisible();
  await expect(page.getByText('11 bytes')).toBeVisible();
});

test('administrators find under Settings how to connect one', async ({ page, portal }) => {
  await portal.signIn(page.context(), await portal.person('Ada', 'admin'));
  await openSettings(portal, page);
  const section = page.getByRole('region', { name: 'Document Server' });
  await expect(section).toContainText('No Document Server is connected');
  await expect(section.getByText('DOCUMENT_SERVER_URL')).toBeVisible();
  await look(page, 'settings-document-server-none', { fullPage: true });
});

/** The page that opening leads to says so, and offers the download. */
async function cannotOpen(page: Page, portal: Portal, name: string, heading: string): Promise<void> {
  await portal.open(page);
  await item(page, name).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe(name);
}
