import { type AuditEntry, recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/db';
import type { Prisma } from '@/lib/db/generated/sqlite/client';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { lockConflict } from './lock-conflict';
import type { LockFields } from './lock-state';

/** One guarded statement: it changes the row only where its condition still holds. */
export type GuardedChange = { where: Prisma.DocumentWhereInput; data: Prisma.DocumentUncheckedUpdateManyInput };

type Attempt = {
  document: { id: string; name: string };
  /** the audit trail's name for it, or null for what happens too often to be worth a row */
  action: string | null;
  /** further facts for the audit trail */
  detail?: NonNullable<AuditEntry['detail']>;
  /** the guarded statements that are tried in turn; the first that changes the row wins */
  changes: (now: Date) => GuardedChange[];
  /** whether a row that no statement changed looks by now as if one would: another request was in between */
  mayRetry: (row: LockFields, now: Date) => boolean;
};

export type LockChange = {
  /** of the content, as of the change: X-WOPI-ItemVersion */
  version: number;
  /** one value from the first Lock until the lock ends; null when it has ended */
  lockSession: string | null;
};

/**
 * Changes the lock on a document's row: each statement carries its own condition, and its count decides.
 * @param actor null for the operator of the command line
 * @throws AppError `lock-conflict` with the lock in force, `not-found`
 */
export async function changeLock(
  actor: Actor | null,
  { document, action, detail, changes, mayRetry }: Attempt,
): Promise<LockChange> {
  for (let attempt = 0; ; attempt += 1) {
    for (const change of changes(new Date())) {
      const changed = await retryTransient(() => changeRow(actor, { document, action, detail }, change));
      if (changed) return changed;
    }
    const row = await db().document.findUnique({
      where: { id: document.id },
      select: { lockId: true, lockExpiresAt: true, trashedAt: true },
    });
    if (!row || row.trashedAt)
      throw new AppError('not-found', 'This document does not exist any more.', { reason: 'no-document' });
    const now = new Date();
    if (attempt >= 20 || !mayRetry(row, now)) throw lockConflict(row, now);
  }
}

async function changeRow(
  actor: Actor | null,
  { document, action, detail = {} }: Pick<Attempt, 'document' | 'action'> & { detail: Attempt['detail'] | undefined },
  change: GuardedChange,
): Promise<LockChange | null> {
  return inTransaction(async (tx) => {
    const rows = await tx.document.updateManyAndReturn({
      where: { AND: [{ id: document.id, trashedAt: null }, change.where] },
      data: change.data,
      select: { version: true, lockSession: true },
    });
    const row = rows[0];
    if (!row) return null;
    if (action) {
      const { id: documentId, name: documentName } = document;
      await recordEvent(tx, { action, outcome: 'done', actor, documentId, documentName, detail });
    }
    return row;
  });
}
