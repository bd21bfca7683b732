import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { lockDocument } from '@/lib/locks/lock-document';
import { trashDocument } from '@/lib/documents/trash-document';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

throughBothDoors('Locks, content and limits', (host) => {
  test('B1: an expired lock reads empty, Unlock and RefreshLock meet 409 with an empty lock, another Lock takes over; its holder may save until then', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await host.expireLock(documentId);
    const got = await client.getLock();
    expect([got.status, got.headers['x-wopi-lock']]).toEqual([200, '']);
    for (const answer of [await client.unlock('A'), await client.refreshLock('A')]) {
      expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([409, '']);
    }
    const stranger = await client.putFile('not mine', 'B', { modified: true });
    expect([stranger.status, stranger.headers['x-wopi-lock']]).toEqual([409, '']);
    expect((await client.putFile('after a long sleep', 'A', { modified: true })).status).toBe(200);
    expect((await client.lock('B')).status).toBe(200);
    const late = await client.putFile('too late', 'A', { modified: true });
    expect([late.status, late.headers['x-wopi-lock']]).toEqual([409, 'B']);
    expect((await client.getFile()).body.toString()).toBe('after a long sleep');
  });

  test('B1: RefreshLock at 29 minutes starts the 30 minutes anew', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() + 60_000) } });
    expect((await client.refreshLock('A')).status).toBe(200);
    const { lockExpiresAt } = await host.row(documentId);
    expect((lockExpiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 60_000);
  });

  test('B2: the lock ids Abc and abc are different', async () => {
    const { client } = await host.opened();
    await client.lock('Abc');
    const other = await client.lock('abc');
    expect([other.status, other.headers['x-wopi-lock']]).toEqual([409, 'Abc']);
  });

  test('B3: Lock, RefreshLock and Unlock without a lock id, with a blank one or with 1025 characters answer 400; 1024 are a lock', async () => {
    const { client } = await host.opened();
    for (const operation of ['LOCK', 'REFRESH_LOCK', 'UNLOCK']) {
      expect((await client.override(operation, [])).status).toBe(400);
      expect((await client.override(operation, [['X-WOPI-Lock', '  ']])).status).toBe(400);
      expect((await client.override(operation, [['X-WOPI-Lock', 'x'.repeat(1025)]])).status).toBe(400);
    }
    expect((await client.lock('x'.repeat(1024))).status).toBe(200);
    expect((await client.getLock()).headers['x-wopi-lock']).toBe('x'.repeat(1024));
  });

  test('B7: GetFile of a copy returns the very bytes; Size and SHA256 fit', async () => {
    const { client } = await host.opened();
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256));
    const { Url } = (await client.putRelativeFile('Copy.docx', bytes)).json<{ Url: string }>();
    const content = await fetch(Url.replace('?', '/contents?'), { headers: await proofHeaders(host, Url.replace('?', '/contents?')) });
    expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);
    const info = await (await fetch(Url, { headers: await proofHeaders(host, Url) })).json();
    expect(info).toMatchObject({ Size: bytes.length, SHA256: createHash('sha256').update(bytes).digest('base64') });
  });

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

  test('B10: a token of another document and a view token get 404 from every operation that is not theirs, and change nothing', async () => {
    const [a, b] = [await host.document(), await host.document()];
    const foreign = await host.client(b, { accessToken: await host.token(a) });
    const viewing = await host.client(b, { ceiling: 'view' });
    const before = JSON.stringify(await host.row(b), (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect((await foreign.checkFileInfo()).status).toBe(404);
    expect((await foreign.getFile()).status).toBe(404);
    for (const client of [foreign, viewing]) {
      const statuses = [
        await client.lock('A'),
        await client.unlockAndRelock('A', 'B'),
        await client.refreshLock('A'),
        await client.unlock('A'),
        await client.getLock(),
        await client.putFile('x', 'A'),
        await client.renameFile('other', 'A'),
        await client.deleteFile(),
        await client.putUserInfo('x'),
      ].map((answer) => answer.status);
      expect(new Set(statuses)).toEqual(new Set([404]));
    }
    expect(JSON.stringify(await host.row(b), (_, value) => (typeof value === 'bigint' ? String(value) : value))).toBe(before);
  });

  test('B11: a token one second after its expiry answers 401', async () => {
    const { documentId, client } = await host.opened();
    await host.expireTokens(documentId, 1000);
    for (const answer of [await client.checkFileInfo(), await client.getFile(), await client.lock('A')]) expect(answer.status).toBe(401);
  });

  test('B12: X-WOPI-MaxExpectedSize one byte below the size answers 412, the size itself 200', async () => {
    const { client } = await host.opened('ten bytes!');
    expect((await client.getFile(9)).status).toBe(412);
    expect((await client.getFile(10)).status).toBe(200);
  });

  test('B15: the token in the Url of a copy expires exactly with the caller’s', async () => {
    const { documentId, client } = await host.opened();
    const expiresAt = new Date(Date.now() + 12_345_000);
    await db().accessToken.updateMany({ where: { documentId }, data: { expiresAt } });
    await client.putRelativeFile('Copy.docx', 'x');
    const copy = await db().document.findFirstOrThrow({ where: { copiedFromId: documentId }, include: { accessTokens: true } });
    expect(copy.accessTokens.map((token) => token.expiresAt)).toEqual([expiresAt]);
  });

  test('B16: Version and X-WOPI-ItemVersion agree on GetFile, Lock, PutFile and Unlock; Lock and Unlock do not change it', async () => {
    const { client } = await host.opened();
    const version = async () => (await client.checkFileInfo()).json<{ Version: string }>().Version;
    expect((await client.getFile()).headers['x-wopi-itemversion']).toBe(await version());
    expect((await client.lock('A')).headers['x-wopi-itemversion']).toBe('1');
    const saved = await client.putFile('second', 'A', { modified: true });
    expect(saved.headers['x-wopi-itemversion']).toBe('2');
    expect(await version()).toBe('2');
    expect((await client.unlock('A')).headers['x-wopi-itemversion']).toBe('2');
    expect(await version()).toBe('2');
  });

  test('B17: every 409 carries X-WOPI-Lock, also empty; 200s of Lock, RefreshLock, PutFile, Unlock and PutRelativeFile never do', async () => {
    const { client } = await host.opened();
    expect((await client.unlock('A')).headers['x-wopi-lock']).toBe('');
    expect((await client.putFile('x', null)).headers['x-wopi-lock']).toBe('');
    const good = [
      await client.lock('A'),
      await client.refreshLock('A'),
      await client.putFile('x', 'A', { modified: true }),
      await client.putRelativeFile('Copy.docx', 'x'),
      await client.unlockAndRelock('B', 'A'),
      await client.unlock('B'),
    ];
    for (const answer of good) expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([200, undefined]);
  });

  test('PutFile on an unlocked file that is not empty answers 409 with an empty X-WOPI-Lock', async () => {
    const { client } = await host.opened();
    const answer = await client.putFile('x', null);
    expect([answer.status, answer.headers['x-wopi-lock'], (await client.getFile()).body.toString()]).toEqual([409, '', 'first words']);
  });

  test('GetFile answers Range with the whole file', async () => {
    const { client } = await host.opened('0123456789');
    const answer = await client.getFile(undefined, { extraHeaders: [['Range', 'bytes=2-4']] });
    expect([answer.status, answer.body.toString()]).toEqual([200, '0123456789']);
    if (host.door === 'node') expect(answer.headers['content-length']).toBe('10');
  });

  test('PutUserInfo is kept for the person and comes back with every document; more than 1024 characters are refused', async () => {
    const person = await makePerson();
    const [a, b] = [await host.document('a', 'a.docx', person), await host.document('b', 'b.docx', person)];
    expect((await (await host.client(a, { person })).putUserInfo('opaque string')).status).toBe(200);
    expect((await (await host.client(b, { person })).checkFileInfo()).json()).toMatchObject({ UserInfo: 'opaque string' });
    expect((await (await host.client(a, { person })).putUserInfo('x'.repeat(1025))).status).toBe(400);
  });

  test('C8: CheckFileInfo has no null, Size is a number and LastModifiedTime the same each time', async () => {
    const { client } = await host.opened();
    const [first, second] = [await client.checkFileInfo(), await client.checkFileInfo()];
    expect(first.body.toString()).toBe(second.body.toString());
    expect(first.body.toString()).not.toContain('null');
    const info = first.json();
    expect(typeof info.Size).toBe('number');
    for (const forbidden of ['SupportsCoauth', 'SequenceNumber', 'AccessTokenExpiry', 'ServerTime', 'SharingStatus', 'FileUrl']) {
      expect(info).not.toHaveProperty(forbidden);
    }
    for (const [name, value] of Object.entries(info)) {
      if (/Url$|Origin$/.test(name)) expect(() => new URL(String(value))).not.toThrow();
      expect(JSON.stringify(value)).not.toContain('access_token');
    }
  });

  describe('recovery copies', () => {
    test('a save refused for a lock conflict is kept, whole', async () => {
      const { documentId, client } = await host.opened();
      await lockDocument(host.anna, { documentId, lockId: 'somebody else' });
      expect((await client.putFile('my lost words', 'mine', { modified: true })).status).toBe(409);
      const { recoveryCopies } = await host.row(documentId);
      expect(recoveryCopies).toMatchObject([{ reason: 'lock-conflict', size: 13n, lockId: 'mine' }]);
    });

    test('a save with a token that expired less than 24 hours ago answers 401 and is kept; after 24 hours it is not', async () => {
      const { documentId, client } = await host.opened();
      await client.lock('A');
      await host.expireTokens(documentId, 60_000);
      expect((await client.putFile('typed overnight', 'A', { modified: true })).status).toBe(401);
      expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
      await host.expireTokens(documentId, 24 * 3_600_000);
      expect((await client.putFile('typed last week', 'A', { modified: true })).status).toBe(401);
      expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
    });

    test('nothing is kept for an unknown token, a view token, a token of another document, a failed proof or a cut body', async () => {
      const { documentId, client } = await host.opened();
      const unknown = await host.client(documentId, { accessToken: 'x'.repeat(48) });
      const viewing = await host.client(documentId, { ceiling: 'view' });
      const foreign = await host.client(documentId, { accessToken: await host.token(await host.document()) });
      expect((await unknown.putFile('x', 'A')).status).toBe(401);
      expect((await viewing.putFile('x', 'A')).status).toBe(404);
      expect((await foreign.putFile('x', 'A')).status).toBe(404);
      expect((await client.putFile('x', 'A', {}, { signToken: 'another' })).status).toBe(500);
      await client.putFile('x'.repeat(1000), 'A', {}, { cutAfter: 500 }).catch(() => null);
      expect((await host.row(documentId)).recoveryCopies).toEqual([]);
    });

    test('a save after the right was withdrawn answers 404 and is kept for the owner', async () => {
      const person = await makePerson('Ben');
      const documentId = await host.document();
      await db().grant.create({
        data: { id: `g${documentId}`, documentId, userId: person.userId, role: 'editor', createdAt: new Date(), createdById: host.anna.userId },
      });
      const client = await host.client(documentId, { person });
      await client.lock('A');
      await db().grant.deleteMany({ where: { documentId } });
      expect((await client.putFile('Ben’s words', 'A', { modified: true })).status).toBe(404);
      expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ userId: person.userId, reason: 'not-found' }]);
    });

    test('a save into a document that is in the trash by now is kept', async () => {
      const { documentId, client } = await host.opened();
      await trashDocument(host.anna, { documentId });
      expect((await client.putFile('x', 'A')).status).toBe(404);
      expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
    });
  });
});

async function proofHeaders(host: Parameters<Parameters<typeof throughBothDoors>[1]>[0], url: string): Promise<Record<string, string>> {
  const ticks = BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n;
  const accessToken = new URL(url).searchParams.get('access_token') ?? '';
  return { 'x-wopi-proof': host.documentServer.signer.sign({ accessToken, url, ticks }), 'x-wopi-timestamp': String(ticks) };
}
