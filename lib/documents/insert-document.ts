import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { holdFolder } from '@/lib/folders/hold-folder';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { insertDocuments, type NewDocument } from './insert-documents';

/**
 * Writes the row of a new document, its first version and the audit row in one transaction.
 * @throws the database's unique violation when the name is taken in the folder; AppError `not-found` when the
 *   folder has gone to the trash
 */
export async function insertDocument(actor: Actor, input: NewDocument): Promise<{ id: string; name: string }> {
  try {
    return await insert(actor, input);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // An earlier try may have been committed although its answer was lost on the way: a storage key belongs to
    // one version only.
    const own = await db().version.findUnique({ where: { storageKey: input.stored.key }, include: { document: true } });
    if (!own) throw error;
    return { id: own.document.id, name: own.document.name };
  }
}

async function insert(actor: Actor, input: NewDocument): Promise<{ id: string; name: string }> {
  const id = newId();
  await inTransaction(async (tx) => {
    await holdFolder(tx, input.folderId, new Date());
    await insertDocuments(tx, actor, [{ ...input, id }]);
  });
  return { id, name: input.name };
}
