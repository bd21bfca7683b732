import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';

const minute = 60_000;

inProcess('RefreshLock', (host) => {
  const minutesLeft = async (documentId: string) =>
    ((await host.row(documentId)).lockExpiresAt?.getTime() ?? 0) / minute - Date.now() / minute;
  const letEndIn = (documentId: string, ms: number) =>
    db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() + ms) } });

  test('B1: RefreshLock at 29 minutes starts the 30 minutes anew', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await letEndIn(documentId, minute);
    expect((await client.refreshLock('A')).status).toBe(200);
    expect(await minutesLeft(documentId)).toBeGreaterThan(29);
    expect(await minutesLeft(documentId)).toBeLessThanOrEqual(30);
  });

  test('RefreshLock with another id answers 409 with the lock, on an unlocked file with an empty one, and changes nothing', async () => {
    const { documentId, client } = await host.opened();
    const unlocked = await client.refreshLock('A');
    expect([unlocked.status, unlocked.headers['x-wopi-lock']]).toEqual([409, '']);
    await client.lock('A');
    const before = await host.row(documentId);
    const other = await client.refreshLock('B');
    expect([other.status, other.headers['x-wopi-lock']]).toEqual([409, 'A']);
    expect(await host.row(documentId)).toEqual(before);
  });

  test('D9: LOCK again extends the lock; a new session while the old lock lives meets 409 with the old id', async () => {
    const { documentId, client } = await host.opened('x', 'Letter.odt', 'collabora');
    await client.lock('cool-lock00000001');
    await letEndIn(documentId, minute);
    expect((await client.refreshLock('cool-lock00000001')).status).toBe(200);
    expect(await minutesLeft(documentId)).toBeGreaterThan(29);
    const other = await client.lock('cool-lock00000002');
    expect([other.status, other.headers['x-wopi-lock']]).toEqual([409, 'cool-lock00000001']);
  });
});
