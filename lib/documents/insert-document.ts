import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { foldName } from '@/lib/shared/file-names';
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
 * @throws the database's unique violation when the name is taken in the folder
 */
export async function insertDocument(actor: Actor, input: NewDocument): Promise<{ id: string; name: string }> {
  const id = newId();
  const now = new Date();
  const content = { storageKey: input.stored.key, size: BigInt(input.stored.size), sha256: input.stored.sha256 };
  await inTransaction(async (tx) => {
    await tx.document.create({
      data: {
        id,
        folderId: input.folderId,
        ownerId: input.ownerId,
        name: input.name,
        liveName: foldName(input.name),
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
