import { expect, test } from 'vitest';
import { untrashDocument } from '@/lib/documents/untrash-document';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('DeleteFile', (host) => {
  test('B8: DeleteFile on a locked file answers 409 with the lock and the file stays; unlocked it goes to the trash', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    const refused = await client.deleteFile();
    expect([refused.status, refused.headers['x-wopi-lock']]).toEqual([409, 'A']);
    expect((await client.checkFileInfo()).status).toBe(200);
    await client.unlock('A');
    expect((await client.deleteFile()).status).toBe(200);
    expect((await client.checkFileInfo()).status).toBe(404);
    expect((await host.row(documentId)).trashedAt).not.toBeNull();
  });

  test('a lock that has ended does not keep a file from the trash, and is gone when it comes back', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await host.expireLock(documentId);
    expect((await client.deleteFile()).status).toBe(200);
    await untrashDocument(host.anna, { documentId });
    expect((await client.putFile('of before', 'A', { modified: true })).status).toBe(409);
  });

  test('what is in the trash opens to nobody, its owner included: every operation answers 404, a second DeleteFile too', async () => {
    const { documentId, client } = await host.opened();
    expect((await client.deleteFile()).status).toBe(200);
    const before = await host.row(documentId);
    for (const answer of [
      await client.checkFileInfo(),
      await client.getFile(),
      await client.lock('A'),
      await client.getLock(),
      await client.renameFile('x', null),
      await client.putRelativeFile('x.docx', 'x'),
      await client.putUserInfo('x'),
      await client.deleteFile(),
    ]) {
      expect([answer.status, answer.body.length]).toEqual([404, 0]);
    }
    expect(await host.row(documentId)).toEqual(before);
  });

  test('an editor who does not own the file cannot delete it: 404', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    expect((await (await host.client(documentId, { person: ben })).deleteFile()).status).toBe(404);
    expect((await host.row(documentId)).trashedAt).toBeNull();
  });
});
