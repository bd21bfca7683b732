import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { holdFolder } from '@/lib/folders/hold-folder';
import { documentNameColumns } from '@/lib/shared/name-columns';
import { newId } from '@/lib/shared/new-id';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';

export type NewDocument = {
  folderId: string;
  ownerId: string;
  /** a legal name with its extension */
  name: string;
  stored: StoredObject;
  origin: 'upload' | 'new' | 'copy';
  copiedFromId: string | null;
  isConversion: boolean;
};

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
  const now = new Date();
  const content = { storageKey: input.stored.key, size: BigInt(input.stored.size), sha256: input.stored.sha256 };
  await inTransaction(async (tx) => {
    await holdFolder(tx, input.folderId, now);
    await tx.document.create({
      data: {
        id,
        folderId: input.folderId,
        ownerId: input.ownerId,
        ...documentNameColumns(input.name),
        createdAt: now,
        createdById: actor.userId,
        copiedFromId: input.copiedFromId,
        isConversion: input.isConversion,
        version: 1,
        ...content,
        modifiedAt: now,
        modifiedById: actor.userId,
      },
    });
    await tx.version.create({
      data: {
        id: newId(),
        documentId: id,
        number: 1,
        ...content,
        createdAt: now,
        authorId: actor.userId,
        origin: input.origin,
      },
    });
    await recordEvent(tx, {
      action: input.origin === 'copy' ? 'document.copy' : 'document.create',
      outcome: 'done',
      actor,
      documentId: id,
      documentName: input.name,
      version: 1,
      detail: input.copiedFromId
        ? { from: input.copiedFromId, conversion: input.isConversion }
        : { origin: input.origin },
    });
  });
  return { id, name: input.name };
}
