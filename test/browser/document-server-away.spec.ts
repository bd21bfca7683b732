import { expect } from '@playwright/test';
import { makeDocx, paragraph } from '../preview-files/make-docx';
import { expectAccessible } from './expect-accessible';
import { look } from './look';
import { sandbox } from './preview-steps';
import { openSettings } from './settings-steps';
import { test } from './test';

test.use({ beside: 'nobody answers' });

test('a Document Server that is away leads to a page that says so, and to a preview', async ({
  page,
  portal,
  lena,
}) => {
  const id = await portal.document(lena, 'Letter.docx', makeDocx(paragraph('Dear Lena,')));
  const begun = Date.now();
  await page.goto(`${portal.url}/edit/${id}`);
  await expect(page.getByRole('heading', { name: 'The editor cannot be reached' })).toBeVisible();
  test.info().annotations.push({ type: 'until it is said', description: `${Date.now() - begun} ms` });
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('Letter.docx');
  await page.getByRole('link', { name: 'Open a preview' }).click();
  await expect(sandbox(page).getByText('Dear Lena,')).toBeVisible();
});

test('administrators are told under Settings that it is away, and what to do', async ({ page, portal }) => {
  await portal.signIn(page.context(), await portal.person('Ada', 'admin'));
  await openSettings(portal, page);
  const section = page.getByRole('region', { name: 'Document Server' });
  await expect(section).toContainText('The Document Server cannot be reached');
  await expect(section.getByRole('listitem').first()).toContainText('/hosting/discovery');
  await look(page, 'settings-document-server-away', { fullPage: true });
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await expect(section).toContainText('Der Document Server ist nicht zu erreichen');
});
