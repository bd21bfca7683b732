import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

inProcess('Locks', (host) => {
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

  test('Unlock leaves nothing of the lock on the row', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.unlock('A');
    const nothing = { lockId: null, lockedAt: null, lockExpiresAt: null, lockedById: null, lockSession: null };
    expect(await host.row(documentId)).toMatchObject(nothing);
    const got = await client.getLock();
    expect([got.status, got.headers['x-wopi-lock']]).toEqual([200, '']);
  });

  test('Unlock with another id answers 409 with the lock, which stays', async () => {
    const { client } = await host.opened();
    await client.lock('A');
    const refused = await client.unlock('B');
    expect([refused.status, refused.headers['x-wopi-lock']]).toEqual([409, 'A']);
    expect((await client.getLock()).headers['x-wopi-lock']).toBe('A');
  });

  test('S16: lock ids that are not ASCII or come twice are refused, and strangers learn no lock', async () => {
    const { documentId, client } = await host.opened();
    expect((await client.override('LOCK', [['X-WOPI-Lock', 'sch\u00f6n']])).status).toBe(400);
    const twice: [string, string][] = [
      ['X-WOPI-Lock', 'a'],
      ['x-wopi-lock', 'b'],
    ];
    expect((await client.override('LOCK', twice)).status).toBe(400);
    await client.lock('secret id');
    const stranger = await host.client(documentId, { accessToken: await host.token(await host.document()) });
    const answer = await stranger.lock('A');
    expect([answer.status, answer.headers['x-wopi-lock']]).toEqual([404, undefined]);
  });

  test('a Lock with the id that is on the row goes on with its session: autosaves before and after it fold', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    const { lockSession } = await host.row(documentId);
    await client.putFile('a', 'A', { modified: true, autosave: true });
    await client.lock('A');
    await client.putFile('b', 'A', { modified: true, autosave: true });
    await host.expireLock(documentId);
    await client.lock('A');
    await client.putFile('c', 'A', { modified: true, autosave: true });
    const row = await host.row(documentId);
    expect([row.lockSession, row.version, row.versions.length]).toEqual([lockSession, 4, 2]);
  });
});

inProcess(
  'Many Locks at once',
  (host) => {
    test('C1: 64 parallel Locks with different ids: one 200, 63 × 409 with the winner’s id, 10 rounds', async () => {
      const documentId = await host.document();
      const client = await host.client(documentId, { signer: null });
      for (let round = 0; round < 10; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 64 }, (_, n) => client.lock(`round ${round} lock ${n}`)),
        );
        const statuses = answers.map((answer) => answer.status).sort();
        expect(statuses).toEqual([200, ...Array(63).fill(409)]);
        const winner = (await host.row(documentId)).lockId ?? '';
        const named = answers.filter((answer) => answer.status === 409).map((answer) => answer.headers['x-wopi-lock']);
        expect(new Set(named)).toEqual(new Set([winner]));
        expect((await client.unlock(winner)).status).toBe(200);
      }
    });
  },
  // Whose request it is does not matter here, and signatures take more time than locks.
  { WOPI_PROOF: 'off' },
);
