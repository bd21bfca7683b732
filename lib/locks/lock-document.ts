import { requireDocument } from '@/lib/documents/require-document';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { changeLock, type LockChange } from './change-lock';
import { currentLock, lockLifetimeMs, whereUnlocked } from './lock-state';

/**
 * WOPI Lock: takes the lock where none is in force; with the id that is on the row already it starts
 * the 30 minutes anew (§2.6), also when that id has expired and nothing superseded it.
 * @throws AppError `not-found`, `lock-conflict`
 */
export async function lockDocument(
  actor: Actor,
  { documentId, lockId }: { documentId: string; lockId: string },
): Promise<LockChange> {
  const document = await requireDocument(actor, documentId, 'save');
  return changeLock(actor, {
    document,
    action: 'document.lock',
    changes: (now) => [
      { where: { lockId }, data: { lockExpiresAt: lockEnd(now), lockedById: actor.userId } },
      {
        where: whereUnlocked(now),
        data: {
          lockId,
          lockedAt: now,
          lockExpiresAt: lockEnd(now),
          lockedById: actor.userId,
          lockSession: newId(),
        },
      },
    ],
    mayRetry: (row, now) => [null, lockId].includes(currentLock(row, now)),
  });
}

/** When a lock taken or refreshed at `now` ends. */
export function lockEnd(now: Date): Date {
  return new Date(now.getTime() + lockLifetimeMs);
}
