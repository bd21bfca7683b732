import { recordEvents } from '@/lib/audit/record-event';
import { type Around, inBatch } from '@/lib/db/in-batch';
import { grantedDocuments } from '@/lib/documents/granted-documents';
import { AppError } from '@/lib/errors';
import type { Outcome } from '@/lib/shared/outcome';
import { deleteBytes } from '@/lib/storage/delete-bytes';
import type { Actor } from '@/lib/users/actor';
import { storageKeysOf } from './storage-keys-of';

/**
 * Deletes a batch of documents in the trash for ever, in one transaction, with their versions, and then their bytes.
 * @param input.documentIds at most {@link batchSize}
 * @returns by id; refused with `not-found`, also when it was taken out of the trash meanwhile
 */
export async function deleteDocuments(
  actor: Actor,
  input: { documentIds: readonly string[] },
  around: Around<Map<string, Outcome>> = {},
): Promise<Map<string, Outcome>> {
  let keys: string[] = [];
  const results = await inBatch(around, async (tx) => {
    const rows = await grantedDocuments(tx, actor, input.documentIds, 'trash');
    // Holds the rows first, so that what is read of them afterwards is all there is.
    const held = await tx.document.updateManyAndReturn({
      where: { id: { in: [...rows.keys()] }, trashedAt: { not: null } },
      data: { trashedWithId: null },
      select: { id: true, name: true },
    });
    const ids = held.map(({ id }) => id);
    keys = await storageKeysOf(tx, ids);
    await tx.document.deleteMany({ where: { id: { in: ids } } });
    await recordEvents(
      tx,
      held.map(({ id, name }) => ({
        ...{ action: 'document.delete', outcome: 'done', actor, documentId: id, documentName: name },
      })),
    );
    const isGone = new Set(ids);
    return new Map(
      input.documentIds.map((id): [string, Outcome] => {
        if (isGone.has(id)) return [id, { ok: true }];
        return [id, rows.has(id) ? notInTrash('document') : { ok: false, error: rows.refusal(id) }];
      }),
    );
  });
  await deleteBytes(keys);
  return results;
}

/** The refusal of what is not in the trash, not any more, or not this person's. */
export function notInTrash(what: 'document' | 'folder'): { ok: false; error: AppError } {
  const error = new AppError('not-found', `This ${what} is not in the trash any more.`, { reason: 'not-in-trash' });
  return { ok: false, error };
}
