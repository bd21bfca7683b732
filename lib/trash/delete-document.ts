import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { deleteBytes, storageKeysOf } from './delete-bytes';

/**
 * Deletes a document in the trash for ever, with its versions and their bytes.
 * @throws AppError `not-found`, also when it was taken out of the trash meanwhile
 */
export async function deleteDocument(actor: Actor, input: { documentId: string }): Promise<void> {
  const document = await requireDocument(actor, input.documentId, 'trash');
  const keys = await inTransaction(async (tx) => {
    // Holds the row first, so that what is read of it afterwards is all there is.
    const { count } = await tx.document.updateMany({
      where: { id: document.id, trashedAt: { not: null } },
      data: { trashedWithId: null },
    });
    if (count === 0)
      throw new AppError('not-found', 'This document is not in the trash any more.', { reason: 'not-in-trash' });
    const keys = await storageKeysOf(tx, [document.id]);
    await tx.document.delete({ where: { id: document.id } });
    const subject = { documentId: document.id, documentName: document.name };
    await recordEvent(tx, { action: 'document.delete', outcome: 'done', actor, ...subject });
    return keys;
  });
  await deleteBytes(keys);
}
