import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { AppError } from '@/lib/errors';
import { folderTree, inChunks } from '@/lib/folders/folder-tree';
import { requireFolder } from '@/lib/folders/require-folder';
import type { Actor } from '@/lib/users/actor';
import { deleteBytes, storageKeysOf } from './delete-bytes';

/**
 * Deletes a folder in the trash for ever, with everything in it.
 * @throws AppError `not-found`, also when it was taken out of the trash meanwhile
 */
export async function deleteFolder(actor: Actor, input: { folderId: string }): Promise<void> {
  const folder = await requireFolder(actor, input.folderId, 'trash');
  const keys = await inTransaction(async (tx) => {
    const { count } = await tx.folder.updateMany({
      where: { id: folder.id, trashedAt: { not: null }, trashedWithId: null },
      data: { changedAt: new Date() },
    });
    if (count === 0)
      throw new AppError('not-found', 'This folder is not in the trash any more.', { reason: 'not-in-trash' });
    const folderIds = await folderTree(tx, folder.id, 'all');
    const documents = await inChunks(folderIds, (some) =>
      tx.document.findMany({ where: { folderId: { in: some } }, select: { id: true } }),
    );
    const documentIds = documents.flat().map((row) => row.id);
    const keys = await storageKeysOf(tx, documentIds);
    await inChunks(documentIds, (some) => tx.document.deleteMany({ where: { id: { in: some } } }));
    await inChunks(folderIds.toReversed(), (some) => tx.folder.deleteMany({ where: { id: { in: some } } }));
    const detail = { folderId: folder.id, name: folder.name, documents: documentIds.length };
    await recordEvent(tx, { action: 'folder.delete', outcome: 'done', actor, detail });
    return keys;
  });
  await deleteBytes(keys);
}
