import { AppError } from '@/lib/errors';
import { currentLock, type LockFields } from './lock-state';

/**
 * The refusal of an operation for the lock of a document. `detail.lock` is the lock in force, or the
 * empty string where there is none: every 409 carries it as X-WOPI-Lock (WOPI, Lock).
 * @param because a refusal that says it better to a person
 */
export function lockConflict(row: LockFields, now: Date, because?: AppError): AppError {
  const message = because?.message ?? 'The lock of this document does not allow that now.';
  return new AppError('lock-conflict', message, { ...because?.detail, lock: currentLock(row, now) ?? '' });
}
