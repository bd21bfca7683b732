import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';

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
    expect([answer.status, answer.headers['x-wopi-lock'], (await client.getFile()).body.toString()]).toEqual([
      409,
      '',
      'first words',
    ]);
  });
});
