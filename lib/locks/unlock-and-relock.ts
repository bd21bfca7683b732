import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';
import { changeLock, type LockChange } from './change-lock';
import { lockEnd } from './lock-document';
import { currentLock, whereLockedWith } from './lock-state';

/**
 * WOPI UnlockAndRelock: exchanges the lock in force for another id, in one statement, so that nobody
 * gets in between. The lock's session goes on.
 * @throws AppError `not-found`, `lock-conflict` when `oldLockId` is not the lock in force
 */
export async function unlockAndRelock(
  actor: Actor,
  { documentId, lockId, oldLockId }: { documentId: string; lockId: string; oldLockId: string },
): Promise<LockChange> {
  const document = await requireDocument(actor, documentId, 'save');
  return changeLock(actor, {
    document,
    action: 'document.relock',
    changes: (now) => [
      {
        where: whereLockedWith(oldLockId, now),
        data: { lockId, lockedAt: now, lockExpiresAt: lockEnd(now), lockedById: actor.userId },
      },
    ],
    mayRetry: (row, now) => currentLock(row, now) === oldLockId,
  });
}
