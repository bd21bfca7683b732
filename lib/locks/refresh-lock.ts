import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';
import { changeLock, type LockChange } from './change-lock';
import { lockEnd } from './lock-document';
import { currentLock, whereLockedWith } from './lock-state';

/**
 * WOPI RefreshLock: starts the 30 minutes of the lock in force anew.
 * @throws AppError `not-found`, `lock-conflict` (also when the lock has expired: its id is then empty)
 */
export async function refreshLock(
  actor: Actor,
  { documentId, lockId }: { documentId: string; lockId: string },
): Promise<LockChange> {
  const document = await requireDocument(actor, documentId, 'save');
  return changeLock(actor, {
    document,
    action: null,
    changes: (now) => [{ where: whereLockedWith(lockId, now), data: { lockExpiresAt: lockEnd(now) } }],
    mayRetry: (row, now) => currentLock(row, now) === lockId,
  });
}
