import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';

/**
 * Where something comes back to from the trash: the folder that it was in, or the owner's root folder when
 * that one has gone to the trash itself.
 * @throws AppError `not-found` when the owner's account has vanished
 */
export async function folderToRestoreInto(item: { folderId: string; ownerId: string }): Promise<string> {
  const folders = await db().folder.findMany({
    where: { OR: [{ id: item.folderId, trashedAt: null }, { rootOfId: item.ownerId }] },
    select: { id: true },
  });
  const folder = folders.find(({ id }) => id === item.folderId) ?? folders[0];
  if (!folder)
    throw new AppError('not-found', 'The folder of this document does not exist any more.', { reason: 'no-folder' });
  return folder.id;
}
