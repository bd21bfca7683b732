import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';
import { storedKeys } from '@/test/stored-objects';
import { ticksOf } from '@/test/wopi-client/proof-signer';

const minute = 60_000;

inProcess('Replays', (host) => {
  /** Makes an accepted save so old. */
  const age = (documentId: string, ms: number) =>
    db().acceptedSave.updateMany({
      where: { token: { documentId } },
      data: { acceptedAt: new Date(Date.now() - ms) },
    });

  test('S08: an exact replay of an accepted PutFile answers 409 and brings no old content back', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    const ticks = String(ticksOf(Date.now()));
    expect((await client.putFile('once', 'A', { modified: true }, { ticks })).status).toBe(200);
    expect((await client.putFile('newer', 'A', { modified: true })).status).toBe(200);
    const before = await storedKeys();
    const replay = await client.putFile('once', 'A', { modified: true }, { ticks });
    expect(await storedKeys()).toEqual(before);
    expect([replay.status, replay.headers['x-wopi-lock']]).toEqual([409, 'A']);
    expect((await client.getFile()).body.toString()).toBe('newer');
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
  });

  test('a replay is known for as long as its signed time passes: 25 minutes, when it was signed 5 minutes ahead', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    // Accepted 24 minutes ago, signed 4 minutes ahead of then.
    const ticks = String(ticksOf(Date.now() - 19 * minute));
    expect((await client.putFile('once', 'A', { modified: true }, { ticks })).status).toBe(200);
    await age(documentId, 24 * minute);
    expect((await client.putFile('newer', 'A', { modified: true })).status).toBe(200);
    expect((await client.putFile('once', 'A', { modified: true }, { ticks })).status).toBe(409);
    expect((await client.getFile()).body.toString()).toBe('newer');
  });

  test('what no signed time can pass for any more is forgotten with the next save', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    for (const text of ['a', 'b']) await client.putFile(text, 'A', { modified: true });
    await age(documentId, 26 * minute);
    await client.putFile('c', 'A', { modified: true });
    expect(await db().acceptedSave.count({ where: { token: { documentId } } })).toBe(1);
  });

  test('the same signed time of another token is no replay', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    const other = await host.client(documentId);
    const ticks = String(ticksOf(Date.now()));
    expect((await client.putFile('one', 'A', { modified: true }, { ticks })).status).toBe(200);
    expect((await other.putFile('two', 'A', { modified: true }, { ticks })).status).toBe(200);
  });
});
