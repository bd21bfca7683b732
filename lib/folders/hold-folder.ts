import type { Tx } from '@/lib/db/db';
import { AppError } from '@/lib/errors';

/**
 * The guarded statement that stands first in every transaction that changes what is in a folder: it holds
 * the folder's row until the end, so that nothing is put into a folder while it goes to the trash.
 * Where both are held, a folder comes before its parent.
 * @throws AppError `not-found` when the folder has gone to the trash
 */
export async function holdFolder(tx: Tx, folderId: string, now: Date): Promise<void> {
  const held = await holdFolders(tx, [folderId], now);
  if (!held.has(folderId))
    throw new AppError('not-found', 'This folder does not exist any more.', { reason: 'no-folder' });
}

/** The same for a batch. @returns those that are held: the others have gone to the trash */
export async function holdFolders(tx: Tx, folderIds: readonly string[], now: Date): Promise<Set<string>> {
  const ids = [...new Set(folderIds)];
  if (ids.length === 0) return new Set();
  const rows = await tx.folder.updateManyAndReturn({
    where: { id: { in: ids }, trashedAt: null },
    data: { changedAt: now },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
