import { AppError } from '@/lib/errors';
import { currentLock, type LockFields } from './lock-state';

/**
 * The refusal of an operation for the lock of a document. `detail.lock` is the lock in force, or the
 * empty string where there is none: every 409 carries it as X-WOPI-Lock (WOPI, Lock).
 */
export function lockConflict(row: LockFields, now: Date): AppError {
  return new AppError('lock-conflict', 'The lock of this document does not allow that now.', {
    lock: currentLock(row, now) ?? '',
  });
}
