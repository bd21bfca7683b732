import type { Db, Tx } from '@/lib/db/db';
import { insertRows } from '@/lib/db/insert-rows';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';

export type AuditEntry = {
  /** `noun.verb`, for example `document.save` or `session.start` */
  action: string;
  outcome: 'done' | 'refused';
  actor?: Actor | null;
  documentId?: string | null;
  documentName?: string | null;
  version?: number | null;
  address?: string | null;
  /** further facts; never a token, a password or content */
  detail?: Record<string, string | number | boolean | null>;
};

/**
 * Appends one row to the audit trail. Give it the transaction of the change that it describes, so that
 * neither exists without the other.
 * @param id for an event that is recorded once at most, whoever meets it
 */
export async function recordEvent(db: Db | Tx, entry: AuditEntry, id = newId()): Promise<void> {
  await db.auditEvent.create({ data: { ...rowOf(entry), id } });
}

/** The same for a batch, in one statement. */
export async function recordEvents(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  await insertRows(tx, 'AuditEvent', entries.map(rowOf));
}

function rowOf(entry: AuditEntry) {
  return {
    id: newId(),
    at: new Date(),
    action: entry.action,
    outcome: entry.outcome,
    actorId: entry.actor?.userId ?? null,
    actorName: entry.actor?.name ?? null,
    address: entry.address ?? entry.actor?.address ?? null,
    documentId: entry.documentId ?? null,
    documentName: entry.documentName ?? null,
    version: entry.version ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
  };
}
