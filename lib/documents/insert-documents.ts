import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { insertRows } from '@/lib/db/insert-rows';
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
 * Writes the rows of a batch of new documents, their first versions and the audit rows. The caller holds the folders.
 * @throws the database's unique violation when a name is taken in its folder
 */
export async function insertDocuments(
  tx: Tx,
  actor: Actor,
  inputs: readonly (NewDocument & { id: string })[],
): Promise<void> {
  const now = new Date();
  const contentOf = ({ stored }: NewDocument) => ({
    storageKey: stored.key,
    size: BigInt(stored.size),
    sha256: stored.sha256,
  });
  const documents = inputs.map((input) => ({
    id: input.id,
    folderId: input.folderId,
    ownerId: input.ownerId,
    ...documentNameColumns(input.name),
    createdAt: now,
    createdById: actor.userId,
    copiedFromId: input.copiedFromId,
    isConversion: input.isConversion,
    version: 1,
    ...contentOf(input),
    modifiedAt: now,
    modifiedById: actor.userId,
  }));
  await insertRows(tx, 'Document', documents);
  const versions = inputs.map((input) => ({
    id: newId(),
    documentId: input.id,
    number: 1,
    ...contentOf(input),
    createdAt: now,
    authorId: actor.userId,
    origin: input.origin,
  }));
  await insertRows(tx, 'Version', versions);
  await recordEvents(
    tx,
    inputs.map(({ id, name, origin, copiedFromId, isConversion }) => ({
      action: origin === 'copy' ? 'document.copy' : 'document.create',
      outcome: 'done',
      actor,
      documentId: id,
      documentName: name,
      version: 1,
      detail: copiedFromId ? { from: copiedFromId, conversion: isConversion } : { origin },
    })),
  );
}
