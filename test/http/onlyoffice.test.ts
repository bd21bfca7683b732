import { expect, test } from 'vitest';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

throughBothDoors('ONLYOFFICE as client', (host) => {
  test('D1: opening a zero-byte file: PutFile without a lock, then Lock, then GetFile brings the template', async () => {
    const documentId = await host.document('', 'Empty.docx');
    const session = host.session(documentId);
    const opened = await session.open(await host.token(documentId), 'edit');
    expect([opened.mode, opened.content.toString()]).toEqual(['edit', 'a blank template']);
    expect(await host.row(documentId)).toMatchObject({ version: 2, lockId: documentId });
    const { client } = { client: await host.client(documentId) };
    expect((await client.putFile('again', null)).status).toBe(409);
  });

  test('F29: a view token writes nothing into an empty file', async () => {
    const documentId = await host.document('', 'Empty.docx');
    const viewing = await host.client(documentId, { ceiling: 'view' });
    expect((await viewing.putFile('template', null)).status).toBe(404);
    expect(await host.row(documentId)).toMatchObject({ version: 1, size: 0n, recoveryCopies: [] });
  });

  test('D4: Lock with Content-Type application/x-www-form-urlencoded and Content-Length 0 answers 200', async () => {
    const { client } = await host.opened();
    expect((await client.lock('A')).status).toBe(200);
  });

  test('D5: two people with the same lock id: the second Lock answers 200, and either may unlock', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    const [anna, bens] = [await host.client(documentId), await host.client(documentId, { person: ben })];
    expect((await anna.lock(documentId)).status).toBe(200);
    expect((await bens.lock(documentId)).status).toBe(200);
    expect((await bens.lock('foreign')).status).toBe(409);
    expect((await anna.unlock(documentId)).status).toBe(200);
    expect((await bens.lock(documentId)).status).toBe(200);
    expect((await bens.unlock(documentId)).status).toBe(200);
  });

  test('D6: PutFile with a stale X-LOOL-WOPI-Timestamp and the right lock answers 200', async () => {
    const { client } = await host.opened();
    await client.lock('A');
    expect((await client.putFile('x', 'A', { modified: true, timestamp: '2001-01-01T00:00:00.000Z' })).status).toBe(
      200,
    );
  });

  test('D7: LastModifiedTime in the answer of PutFile is that of the next CheckFileInfo, byte for byte', async () => {
    const { client } = await host.opened();
    await client.lock('A');
    const { LastModifiedTime } = (await client.putFile('x', 'A', { modified: true })).json();
    expect((await client.checkFileInfo()).json()).toMatchObject({ LastModifiedTime });
  });

  test('a save marked as modified makes a version; the unmodified exit save makes none and is answered 200', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('typed', 'A', { modified: true });
    const exit = await client.putFile('same, other bytes', 'A', { exit: true });
    expect([exit.status, exit.headers['x-wopi-itemversion']]).toEqual([200, '2']);
    expect((await client.checkFileInfo()).json()).toMatchObject(exit.json());
    expect((await host.row(documentId)).versions).toHaveLength(2);
    expect((await client.getFile()).body.toString()).toBe('typed');
  });

  test('the unmodified exit save makes a version when a recovery copy of its lock waits', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await host.expireTokens(documentId, 1000);
    expect((await client.putFile('typed', 'A', { modified: true })).status).toBe(401);
    await host.expireTokens(documentId, -3_600_000);
    expect((await client.putFile('typed, and left', 'A', { exit: true })).status).toBe(200);
    expect((await client.getFile()).body.toString()).toBe('typed, and left');
  });

  test('autosaves of one session fold into one version while Version rises', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    for (const text of ['a', 'b', 'c']) await client.putFile(text, 'A', { modified: true, autosave: true });
    const row = await host.row(documentId);
    expect([row.version, row.versions.length]).toEqual([4, 2]);
  });

  test('X-WOPI-Editors is kept with the version', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('x', 'A', { modified: true, editors: `${host.anna.userId}` });
    const version = (await host.row(documentId)).versions.find((each) => each.number === 2);
    expect(version?.editors).toBe(JSON.stringify([host.anna.userId]));
  });

  test('a commenter and a reviewer may lock and save although UserCanWrite is false; a viewer gets 404 for Lock, never 500', async () => {
    const documentId = await host.document();
    for (const [role, expected] of [
      ['commenter', { UserCanWrite: false, UserCanOnlyComment: true, UserCanReview: false, ReadOnly: false }],
      ['reviewer', { UserCanWrite: false, UserCanOnlyComment: false, UserCanReview: true, ReadOnly: false }],
    ] as const) {
      const person = await makePerson(role);
      await host.grant(documentId, person, role);
      const client = await host.client(documentId, { person });
      expect((await client.checkFileInfo()).json()).toMatchObject(expected);
      expect((await client.lock(documentId)).status).toBe(200);
      expect((await client.putFile('commented', documentId, { modified: true })).status).toBe(200);
    }
    const viewer = await makePerson('Vera');
    await host.grant(documentId, viewer, 'viewer');
    const client = await host.client(documentId, { person: viewer, ceiling: 'view' });
    expect((await client.checkFileInfo()).json()).toMatchObject({
      UserCanWrite: false,
      ReadOnly: true,
      UserCanRename: false,
    });
    const lock = await client.lock('A');
    expect([lock.status, lock.headers['x-wopi-lock']]).toEqual([404, undefined]);
  });
});
