import { expect, test } from '@playwright/test';
import { WopiClient } from '../wopi-client/wopi-client';
import { admin, expectAccessible, Portal } from './portal';

let portal: Portal;
test.beforeAll(async () => {
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

test('the activity of a document tells what people did in the portal and what the editor reported', async ({
  page,
}) => {
  await portal.signIn(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles([{ name: 'Plan.docx', mimeType: '', buffer: Buffer.from('words') }]);
  const link = page.getByRole('link', { name: 'Plan.docx', exact: true });
  const documentId = new URL((await link.getAttribute('href')) ?? '', portal.server.url).pathname.split('/').at(-1);
  const made = (await portal.run('wopi-token', documentId ?? '', '--user', admin.email)) as {
    WOPISrc: string;
    access_token: string;
  };
  const { signer } = portal.documentServer;
  const client = new WopiClient({ wopiSrc: made.WOPISrc, accessToken: made.access_token, signer });
  const comment = {
    Type: 'comment',
    Id: 'one',
    Data: { ContentId: 'c', ContentAction: 'created', CommentText: 'Who wrote this?' },
  };
  const body = Buffer.from(JSON.stringify({ Activities: [comment] }));
  expect((await client.send('POST', '', [['X-WOPI-Override', 'ADD_ACTIVITIES']], body)).status).toBe(200);

  const menu = page.getByRole('button', { name: 'Actions for Plan.docx' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Details' }).click();
  const panel = page.getByRole('dialog', { name: 'Details' });
  await expect(panel.getByText('Who wrote this?')).toBeVisible();
  await expect(panel.getByText('added this document')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/looks/activity.png' });
  await page.keyboard.press('Escape');

  await test.step('the owner forbids Save Copy As of the document, and allows it again', async () => {
    const mayCopy = async () => !(await client.checkFileInfo()).json<Record<string, boolean>>().UserCanNotWriteRelative;
    expect(await mayCopy()).toBe(true);
    await menu.click();
    await page.getByRole('menuitem', { name: 'Forbid Save Copy As' }).click();
    await expect(page.getByText('Nobody can save copies of “Plan.docx” from the editor now')).toBeVisible();
    await expect.poll(mayCopy).toBe(false);
    expect((await client.putRelativeFile('Copy.docx', 'x')).status).toBe(501);
    await menu.click();
    await page.getByRole('menuitem', { name: 'Allow Save Copy As' }).click();
    await expect.poll(mayCopy).toBe(true);
  });
});
