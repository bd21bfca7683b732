import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

async function grant(documentId: string, userId: string, role: string, by: string): Promise<void> {
  const id = `${Math.random().toString(36).slice(2)}0000000000000000000000000000`.slice(0, 26);
  await db().grant.create({ data: { id, documentId, userId, role, createdAt: new Date(), createdById: by } });
}

throughBothDoors('Client dialects', (host) => {
  describe('ONLYOFFICE', () => {
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
      await grant(documentId, ben.userId, 'editor', host.anna.userId);
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
      expect((await client.putFile('x', 'A', { modified: true, timestamp: '2001-01-01T00:00:00.000Z' })).status).toBe(200);
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
        await grant(documentId, person.userId, role, host.anna.userId);
        const client = await host.client(documentId, { person });
        expect((await client.checkFileInfo()).json()).toMatchObject(expected);
        expect((await client.lock(documentId)).status).toBe(200);
        expect((await client.putFile('commented', documentId, { modified: true })).status).toBe(200);
      }
      const viewer = await makePerson('Vera');
      await grant(documentId, viewer.userId, 'viewer', host.anna.userId);
      const client = await host.client(documentId, { person: viewer, ceiling: 'view' });
      expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanWrite: false, ReadOnly: true, UserCanRename: false });
      const lock = await client.lock('A');
      expect([lock.status, lock.headers['x-wopi-lock']]).toEqual([404, undefined]);
    });
  });

  describe('rename', () => {
    test('D11: My+ACA-report (ONLYOFFICE) and My report (Microsoft) give the same name; a slash is repaired', async () => {
      for (const requested of ['My+ACA-report', 'My report']) {
        const person = await makePerson();
        const client = await host.client(await host.document('x', 'Letter.docx', person), { person });
        const answer = await client.override('RENAME_FILE', [['X-WOPI-RequestedName', requested]]);
        expect(answer.json()).toEqual({ Name: 'My report' });
        expect((await client.checkFileInfo()).json()).toMatchObject({ BaseFileName: 'My report.docx', Version: '1' });
        expect((await client.override('RENAME_FILE', [['X-WOPI-RequestedName', 'a/b']])).json()).toEqual({ Name: 'a_b' });
      }
    });

    test('RenameFile with the lock or, unlocked, with none or a blank one answers 200; with another one or none while locked 409', async () => {
      const { client } = await host.opened();
      const blank: [string, string][] = [['X-WOPI-RequestedName', 'blank lock'], ['X-WOPI-Lock', '']];
      expect((await client.override('RENAME_FILE', blank)).status).toBe(200);
      await client.lock('A');
      expect((await client.renameFile('with the lock', 'A')).status).toBe(200);
      for (const lockId of ['B', null]) {
        const refused = await client.renameFile('no', lockId);
        expect([refused.status, refused.headers['x-wopi-lock']]).toEqual([409, 'A']);
      }
    });

    test('a name that is taken gets a number; a missing one is 400 with X-WOPI-InvalidFileNameError', async () => {
      const person = await makePerson();
      await host.document('x', 'Taken.docx', person);
      const client = await host.client(await host.document('x', 'Letter.docx', person), { person });
      expect((await client.renameFile('Taken', null)).json()).toEqual({ Name: 'Taken (1)' });
      const missing = await client.override('RENAME_FILE', []);
      expect(missing.status).toBe(400);
      expect(missing.headers['x-wopi-invalidfilenameerror']).toBeTruthy();
    });

    test('D10: RenameFile with the whole document as body answers 200 and leaves the content alone', async () => {
      const documentId = await host.document();
      const client = await host.client(documentId, { dialect: 'collabora' });
      await client.lock('cool-lock1a2b3c4d');
      const answer = await client.renameFile('Renamed', 'cool-lock1a2b3c4d', {}, Buffer.alloc(6 * 1024 * 1024, 1));
      expect([answer.status, answer.json()]).toEqual([200, { Name: 'Renamed' }]);
      expect((await client.getFile()).body.toString()).toBe('first words');
    });
  });

  describe('Collabora', () => {
    test('D8: a stale X-COOL-WOPI-Timestamp answers 409 with COOLStatusCode 1010 and changes nothing; equal or absent 200', async () => {
      const { documentId, client } = await host.opened('first words', 'Letter.odt', 'collabora');
      await client.lock('cool-lock1a2b3c4d');
      const stale = await client.putFile('x', 'cool-lock1a2b3c4d', { modified: true, timestamp: '2001-01-01T00:00:00.000Z' });
      expect([stale.status, stale.json(), stale.headers['x-wopi-lock']]).toEqual([409, expect.objectContaining({ COOLStatusCode: 1010 }), 'cool-lock1a2b3c4d']);
      expect((await client.getFile()).body.toString()).toBe('first words');
      const { LastModifiedTime } = (await client.checkFileInfo()).json<{ LastModifiedTime: string }>();
      expect((await client.putFile('equal', 'cool-lock1a2b3c4d', { modified: true, timestamp: LastModifiedTime })).status).toBe(200);
      expect((await client.putFile('absent', 'cool-lock1a2b3c4d', { modified: true })).status).toBe(200);
      expect((await host.row(documentId)).version).toBe(3);
    });

    test('D9: LOCK again extends the lock; a new session while the old lock lives meets 409 with the old id', async () => {
      const { documentId, client } = await host.opened('x', 'Letter.odt', 'collabora');
      await client.lock('cool-lock00000001');
      await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() + 60_000) } });
      expect((await client.refreshLock('cool-lock00000001')).status).toBe(200);
      expect(((await host.row(documentId)).lockExpiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 60_000);
      const other = await client.lock('cool-lock00000002');
      expect([other.status, other.headers['x-wopi-lock']]).toEqual([409, 'cool-lock00000001']);
    });
  });

  describe('Microsoft', () => {
    test('a JSON lock id with commas is one lock id; UnlockAndRelock exchanges it', async () => {
      const { client } = await host.opened('x', 'Letter.docx', 'microsoft');
      const json = '{"S":"a1b2","E":2,"M":"x,y"}';
      expect((await client.lock(json)).status).toBe(200);
      expect((await client.getLock()).headers['x-wopi-lock']).toBe(json);
      const wrong = await client.unlockAndRelock('new', 'not the lock');
      expect([wrong.status, wrong.headers['x-wopi-lock']]).toEqual([409, json]);
      expect((await client.unlockAndRelock('new', json)).status).toBe(200);
      expect((await client.unlock('new')).status).toBe(200);
      const unlocked = await client.unlockAndRelock('a', 'b');
      expect([unlocked.status, unlocked.headers['x-wopi-lock']]).toEqual([409, '']);
    });

    test('the Authorization header serves as a fall-back for the token in the query', async () => {
      const { client } = await host.opened();
      const bearer: [string, string][] = [['Authorization', `Bearer ${client.options.accessToken}`]];
      const url = client.options.wopiSrc;
      expect((await client.send('GET', '', [], null, { query: null, signUrl: url, extraHeaders: bearer })).status).toBe(200);
      expect((await client.send('GET', '', [], null, { query: null, signUrl: url })).status).toBe(401);
    });

    test('every save without flags is a version', async () => {
      const { documentId, client } = await host.opened('x', 'Letter.docx', 'microsoft');
      await client.lock('A');
      await client.putFile('1', 'A');
      await client.putFile('2', 'A');
      expect((await host.row(documentId)).versions).toHaveLength(3);
    });
  });

  test('S17: an override that is missing, unknown, in lower case or on the wrong resource answers 501; GET never changes anything', async () => {
    const { documentId, client } = await host.opened();
    for (const override of ['lock', 'COBALT', 'GET_COAUTH_LOCK', 'PUT', 'READ_SECURE_STORE', 'LOCK, UNLOCK', '__proto__', 'constructor']) {
      expect((await client.override(override, [['X-WOPI-Lock', 'A']])).status).toBe(501);
    }
    expect((await client.send('POST', '', [], Buffer.alloc(0))).status).toBe(501);
    expect((await client.send('POST', '/contents', [['X-WOPI-Override', 'LOCK']], Buffer.from('x'))).status).toBe(501);
    const got = await client.send('GET', '', [['X-WOPI-Override', 'LOCK'], ['X-WOPI-Lock', 'A'], ['X-HTTP-Method-Override', 'POST']], null);
    expect(got.status).toBe(200);
    expect((await host.row(documentId)).lockId).toBeNull();
  });

  test('S16: lock ids that are not ASCII or come twice are refused, and strangers learn no lock', async () => {
    const { documentId, client } = await host.opened();
    expect((await client.override('LOCK', [['X-WOPI-Lock', 'sch\u00f6n']])).status).toBe(400);
    if (host.door === 'node') {
      expect((await client.override('LOCK', [['X-WOPI-Lock', 'a'], ['X-WOPI-Lock', 'b']])).status).toBe(400);
    }
    await client.lock('secret id');
    const stranger = await host.client(documentId, { accessToken: await host.token(await host.document()) });
    const answer = await stranger.lock('A');
    expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([404, undefined]);
  });

  test('garbage in ids, paths, sizes and headers never answers 5xx', async () => {
    const { client } = await host.opened();
    const token = client.options.accessToken;
    // Escapes that are none never reach a Next route handler: Next itself answers them with 500.
    const malformed = host.door === 'node' ? ['%ff', '%E0%A4%A', '%zz'] : [];
    for (const id of ['%00', '..%2f..', 'a'.repeat(300), "'--", '1', 'undefined', ...malformed]) {
      const odd = await host.client('x', { wopiSrc: `${host.server.url}/wopi/files/${id}`, accessToken: token });
      expect([400, 401, 404]).toContain((await odd.checkFileInfo()).status);
    }
    for (const below of ['/nothing', '/contents/more', '//contents']) {
      expect([308, 400, 401, 404, 405]).toContain((await client.send('GET', below, [], null)).status);
    }
    for (const size of ['-1', '1e3', 'NaN', '99999999999999999999']) {
      expect((await client.send('GET', '/contents', [['X-WOPI-MaxExpectedSize', size]], null)).status).toBe(400);
      expect((await client.putRelative([['X-WOPI-SuggestedTarget', 'a.docx'], ['X-WOPI-Size', size]], 'x')).status).toBe(400);
    }
  });
});
