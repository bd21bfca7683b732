import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';
import { changeLock, type LockChange } from './change-lock';
import { currentLock, unlocked, whereLockedWith } from './lock-state';

/**
 * WOPI Unlock: ends the lock in force. A lock belongs to nobody: whoever may write and has the id may end it.
 * @throws AppError `not-found`, `lock-conflict` (also when nothing is locked: its id is then empty)
 */
export async function unlockDocument(
  actor: Actor,
  { documentId, lockId }: { documentId: string; lockId: string },
): Promise<LockChange> {
  const document = await requireDocument(actor, documentId, 'save');
  return changeLock(actor, {
    document,
    action: 'document.unlock',
    changes: (now) => [{ where: whereLockedWith(lockId, now), data: unlocked }],
    mayRetry: (row, now) => currentLock(row, now) === lockId,
  });
}
