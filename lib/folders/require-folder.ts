import { denied } from '@/lib/audit/denial';
import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import { type FolderRights, folderRightsFor } from '@/lib/shares/folder-rights';
import type { Actor } from '@/lib/users/actor';

/**
 * Reads a folder's row and makes sure that the actor has the right. A folder that is missing and one that
 * is somebody else's look the same.
 * @throws AppError `not-found`
 */
export async function requireFolder(actor: Actor, folderId: string, right: keyof FolderRights) {
  const folder = isId(folderId) ? await db().folder.findUnique({ where: { id: folderId } }) : null;
  if (!folder || !folderRightsFor(actor, folder)[right]) {
    const refusal = new AppError('not-found', 'This folder does not exist, or it is not shared with you.', {
      reason: 'no-folder',
    });
    if (!folder || folder.trashedAt) throw refusal;
    const { name } = folder;
    const about = `${actor.userId} ${folderId} ${right}`;
    throw denied(refusal, { action: 'folder.refuse', actor, detail: { folderId, name, right }, about });
  }
  return folder;
}

/** A folder's row as {@link requireFolder} reads it. */
export type FolderRow = Awaited<ReturnType<typeof requireFolder>>;
