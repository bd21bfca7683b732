import type { Db, Tx } from '@/lib/db/db';
import { Granted } from '@/lib/shared/granted';
import { isId } from '@/lib/shared/is-id';
import { can } from '@/lib/shares/can';
import type { Rights } from '@/lib/shares/rights';
import type { Actor } from '@/lib/users/actor';
import { type DocumentRow, documentParts, refusedDocument } from './require-document';

/** The rows of a batch of documents, by id: those only on which the actor has the right. */
export async function grantedDocuments(
  db: Db | Tx,
  actor: Actor,
  documentIds: readonly string[],
  right: keyof Rights,
): Promise<Granted<DocumentRow>> {
  const rows = await db.document.findMany({
    where: { id: { in: documentIds.filter(isId) } },
    include: documentParts(actor),
  });
  const there = new Map(rows.map((row) => [row.id, row]));
  return new Granted(
    rows.filter((row) => can(actor, right, row)).map((row) => [row.id, row] as const),
    (id) => refusedDocument(actor, there.get(id) ?? null, right),
  );
}
