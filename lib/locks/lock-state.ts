import { type Sql, sql } from '@/lib/db/sql';

/** How long a lock lives after Lock, RefreshLock or UnlockAndRelock: 30 minutes (WOPI). */
export const lockLifetimeMs = 30 * 60_000;

/** The part of a document's row that holds its lock. */
export type LockFields = { lockId: string | null; lockExpiresAt: Date | null };

/** The id of the lock that is in force at `now`, or null. An expired id may still stand on the row. */
export function currentLock(row: LockFields, now: Date): string | null {
  return row.lockId !== null && row.lockExpiresAt !== null && row.lockExpiresAt > now ? row.lockId : null;
}

/** The condition of a guarded UPDATE: no lock is in force. */
export function whereUnlocked(now: Date) {
  return { OR: [{ lockId: null }, { lockExpiresAt: { lte: now } }] };
}

/** The same as {@link whereUnlocked} for a statement in SQL on "Document". */
export function isUnlocked(now: Date): Sql {
  return sql`("Document"."lockId" IS NULL OR "Document"."lockExpiresAt" <= ${now})`;
}

/** The condition of a guarded UPDATE: exactly this lock is in force. */
export function whereLockedWith(lockId: string, now: Date) {
  return { lockId, lockExpiresAt: { gt: now } };
}

/** What an UPDATE writes when a lock ends. */
export const unlocked = { lockId: null, lockedAt: null, lockExpiresAt: null, lockedById: null, lockSession: null };
