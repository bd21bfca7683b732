import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { issueVersionToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import type { Host } from '@/test/host';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

/** A document with "first words" and "second words", and a client for its first version. */
async function previewed(host: Host, person: Actor = host.anna, documentId?: string) {
  const id = documentId ?? (await savedTwice(host));
  const { token, version } = await issueVersionToken(person, { documentId: id, number: 1, client: 'document-server' });
  return { documentId: id, versionId: version.id, client: await host.client(version.id, { accessToken: token }) };
}

async function savedTwice(host: Host): Promise<string> {
  const { documentId, client } = await host.opened();
  await client.lock('A');
  expect((await client.putFile('second words', 'A', { modified: true })).status).toBe(200);
  await client.unlock('A');
  return documentId;
}

inProcess('Preview of an earlier version', (host) => {
  test('has a WOPISrc of its own: CheckFileInfo says that it can only be read, GetFile brings its bytes', async () => {
    const { documentId, client } = await previewed(host);
    const info = await client.checkFileInfo();
    expect(info.status).toBe(200);
    expect(info.json()).toMatchObject({
      BaseFileName: 'Letter (version 1).docx',
      FileExtension: '.docx',
      Size: 11,
      Version: '1',
      ReadOnly: true,
      UserCanWrite: false,
      UserCanReview: false,
      UserCanOnlyComment: false,
      UserCanRename: false,
      UserCanNotWriteRelative: true,
      SupportsLocks: false,
      SupportsUpdate: false,
      HostViewUrl: `${host.url}/view/${documentId}?version=1`,
      CloseUrl: `${host.url}/documents`,
    });
    expect(Object.keys(info.json())).not.toContain('HostEditUrl');
    const { sha256 } = await db().version.findFirstOrThrow({ where: { documentId, number: 1 } });
    expect(info.json()).toMatchObject({ SHA256: sha256 });
    const file = await client.getFile();
    expect([file.status, file.body.toString(), file.headers['x-wopi-itemversion']]).toEqual([200, 'first words', '1']);
    expect((await client.getFile(5)).status).toBe(412);
  });

  test('everything that would change something is refused and changes nothing', async () => {
    const { documentId, client } = await previewed(host);
    const before = await host.row(documentId);
    for (const answer of [
      await client.lock('A'),
      await client.unlockAndRelock('B', 'A'),
      await client.refreshLock('A'),
      await client.unlock('A'),
      await client.getLock(),
      await client.putFile('x', 'A'),
      await client.putFile('x', null),
      await client.renameFile('x', null),
      await client.deleteFile(),
      await client.putUserInfo('x'),
      await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', 'ReadOnly']]),
      await client.send('POST', '', [['X-WOPI-Override', 'ADD_ACTIVITIES']], Buffer.from('{"Activities":[]}')),
    ]) {
      expect(answer.status).toBe(404);
    }
    for (const below of ['/ancestry', '/ecosystem_pointer']) {
      expect((await client.send('GET', below, [], null)).status).toBe(501);
    }
    expect((await client.putRelativeFile('x.docx', 'x')).status).toBe(501);
    expect((await client.override('NONSENSE', [])).status).toBe(501);
    expect(await host.row(documentId)).toEqual(before);
  });

  test('its token opens neither the document nor another version, and theirs do not open it', async () => {
    const { documentId, versionId, client } = await previewed(host);
    const { accessToken } = client.options;
    const newest = await db().version.findFirstOrThrow({ where: { documentId, number: 2 } });
    for (const fileId of [documentId, newest.id]) {
      const other = await host.client(fileId, { accessToken });
      expect((await other.checkFileInfo()).status).toBe(404);
      expect((await other.getFile()).status).toBe(404);
      expect((await other.putFile('x', 'A')).status).toBe(404);
    }
    const own = await host.client(versionId, { accessToken: await host.token(documentId) });
    expect((await own.getFile()).status).toBe(404);
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
  });

  test('the right is read anew at each request', async () => {
    const documentId = await savedTwice(host);
    const ben = await makePerson('Ben');
    await host.grant(documentId, ben, 'viewer');
    const { client } = await previewed(host, ben, documentId);
    expect((await client.checkFileInfo()).status).toBe(200);
    await db().grant.deleteMany({ where: { documentId, userId: ben.userId } });
    expect((await client.checkFileInfo()).status).toBe(404);
    expect((await client.getFile()).status).toBe(404);
    await host.expireTokens(documentId);
    expect((await client.putFile('x', 'A')).status).toBe(401);
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
  });

  test('the document may be saved meanwhile: what is shown stays', async () => {
    const { documentId, client } = await previewed(host);
    const before = (await client.checkFileInfo()).body.toString();
    const editor = await host.client(documentId);
    await editor.lock('A');
    await editor.putFile('third words', 'A', { modified: true });
    expect((await client.checkFileInfo()).body.toString()).toBe(before);
    expect((await client.getFile()).body.toString()).toBe('first words');
  });

  test('the log speaks of the document, not of the token', async () => {
    const { documentId, client } = await previewed(host);
    await client.checkFileInfo();
    expect(host.output()).toContain(documentId);
    expect(host.output()).not.toContain(client.options.accessToken);
  });
});
