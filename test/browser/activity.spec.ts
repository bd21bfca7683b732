import { expect } from '@playwright/test';
import { choose } from './list-steps';
import { look } from './look';
import { test } from './test';

test('the activity of a document tells what people did in the portal and what the editor reported', async ({
  page,
  portal,
  lena,
}) => {
  const documentId = await portal.document(lena, 'Plan.docx', 'words');
  const client = await portal.client(documentId, lena);
  const comment = {
    Type: 'comment',
    Id: 'one',
    Data: { ContentId: 'c', ContentAction: 'created', CommentText: 'Who wrote this?' },
  };
  const body = Buffer.from(JSON.stringify({ Activities: [comment] }));
  expect((await client.send('POST', '', [['X-WOPI-Override', 'ADD_ACTIVITIES']], body)).status).toBe(200);

  await portal.open(page);
  await choose(page, 'Plan.docx', 'Details');
  const panel = page.getByRole('dialog', { name: 'Details' });
  await expect(panel.getByText('Who wrote this?')).toBeVisible();
  await expect(panel.getByText('added this document')).toBeVisible();
  await look(page, 'activity');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  await test.step('the owner forbids Save Copy As of the document, and allows it again', async () => {
    const mayCopy = async () => !(await client.checkFileInfo()).json<Record<string, boolean>>().UserCanNotWriteRelative;
    expect(await mayCopy()).toBe(true);
    await choose(page, 'Plan.docx', 'Forbid Save Copy As');
    await expect(page.getByText('Nobody can save copies of “Plan.docx” from the editor now')).toBeVisible();
    expect(await mayCopy()).toBe(false);
    expect((await client.putRelativeFile('Copy.docx', 'x')).status).toBe(501);
    await choose(page, 'Plan.docx', 'Allow Save Copy As');
    await expect.poll(mayCopy).toBe(true);
  });
});
