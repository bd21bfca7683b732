import type { Tx } from '@/lib/db/db';
import { AppError } from '@/lib/errors';

/**
 * The guarded statement that stands first in every transaction that changes what is in a folder: it holds
 * the folder's row until the end, so that nothing is put into a folder while it goes to the trash.
 * Where both are held, a folder comes before its parent.
 * @throws AppError `not-found` when the folder has gone to the trash
 */
export async function holdFolder(tx: Tx, folderId: string, now: Date): Promise<void> {
  const { count } = await tx.folder.updateMany({ where: { id: folderId, trashedAt: null }, data: { changedAt: now } });
  if (count === 0) throw new AppError('not-found', 'This folder does not exist any more.', { reason: 'no-folder' });
}
