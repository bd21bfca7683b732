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
  if (!folder || !folderRightsFor(actor, folder)[right]) throw refusedFolder(actor, folder, right);
  return folder;
}

/** A folder's row as {@link requireFolder} reads it. */
export type FolderRow = Awaited<ReturnType<typeof requireFolder>>;

/** The refusal of a folder that is missing (null) or somebody else's. */
export function refusedFolder(
  actor: Actor,
  folder: { id: string; name: string; trashedAt: Date | null } | null,
  right: keyof FolderRights,
): AppError {
  const refusal = noFolder();
  if (!folder || folder.trashedAt) return refusal;
  const { id, name } = folder;
  const detail = { folderId: id, name, right };
  return denied(refusal, { action: 'folder.refuse', actor, detail, about: `${actor.userId} ${id} ${right}` });
}

/** The refusal of a folder that has gone. */
export function noFolder(): AppError {
  return new AppError('not-found', 'This folder does not exist, or it is not shared with you.', {
    reason: 'no-folder',
  });
}
