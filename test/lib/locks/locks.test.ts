import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { lockDocument } from '@/lib/locks/lock-document';
import { readLock } from '@/lib/locks/read-lock';
import { refreshLock } from '@/lib/locks/refresh-lock';
import { unlockAndRelock } from '@/lib/locks/unlock-and-relock';
import { unlockDocument } from '@/lib/locks/unlock-document';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson();
});

async function setExpiry(documentId: string, inMs: number): Promise<void> {
  await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() + inMs) } });
}

describe('locks', () => {
  test('Lock on an unlocked document locks it; again with the same id it answers the same', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'A' });
    await lockDocument(anna, { documentId, lockId: 'A' });
    expect((await readLock(anna, { documentId })).lockId).toBe('A');
  });

  test('lock ids are case-sensitive', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'Abc' });
    await expect(lockDocument(anna, { documentId, lockId: 'abc' })).rejects.toMatchObject({ detail: { lock: 'Abc' } });
  });

  test('a lock expires 30 minutes after the last refresh: 29:59 holds, then GetLock is empty and RefreshLock and Unlock conflict', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'A' });
    const row = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    const left = (row.lockExpiresAt?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(29 * 60_000);
    expect(left).toBeLessThanOrEqual(30 * 60_000);
    await setExpiry(documentId, 1_000);
    await refreshLock(anna, { documentId, lockId: 'A' });
    await setExpiry(documentId, -1);
    expect((await readLock(anna, { documentId })).lockId).toBeNull();
    await expect(refreshLock(anna, { documentId, lockId: 'A' })).rejects.toMatchObject({ detail: { lock: '' } });
    await expect(unlockDocument(anna, { documentId, lockId: 'A' })).rejects.toMatchObject({ detail: { lock: '' } });
    await lockDocument(anna, { documentId, lockId: 'B' });
    expect((await readLock(anna, { documentId })).lockId).toBe('B');
  });

  test('64 parallel Locks with different ids: one wins, 63 learn the winner, five rounds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const documentId = await makeDocument(anna);
      const results = await Promise.allSettled(
        Array.from({ length: 64 }, (_, n) => lockDocument(anna, { documentId, lockId: `lock-${n}` })),
      );
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      const winner = (await readLock(anna, { documentId })).lockId;
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ detail: { lock: winner } });
      }
    }
  });

  test('parallel UnlockAndRelock with the same old lock: exactly one wins', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'old' });
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, (_, n) => unlockAndRelock(anna, { documentId, lockId: `new-${n}`, oldLockId: 'old' })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  test('Lock, RefreshLock and Unlock do not change the version', async () => {
    const documentId = await makeDocument(anna);
    const locked = await lockDocument(anna, { documentId, lockId: 'A' });
    const freed = await unlockDocument(anna, { documentId, lockId: 'A' });
    expect([locked.version, freed.version]).toEqual([1, 1]);
  });

  test('a stranger can neither lock nor see that there is a document', async () => {
    const documentId = await makeDocument(anna);
    const stranger = await makePerson('Eve');
    await expect(lockDocument(stranger, { documentId, lockId: 'A' })).rejects.toMatchObject({ code: 'not-found' });
    const viewing = { ...anna, ceiling: 'view' as const };
    await expect(lockDocument(viewing, { documentId, lockId: 'A' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
