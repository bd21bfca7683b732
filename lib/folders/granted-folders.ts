import type { Db, Tx } from '@/lib/db/db';
import { Granted } from '@/lib/shared/granted';
import { isId } from '@/lib/shared/is-id';
import { type FolderRights, folderRightsFor } from '@/lib/shares/folder-rights';
import type { Actor } from '@/lib/users/actor';
import { type FolderRow, refusedFolder } from './require-folder';

/** The rows of a batch of folders, by id: those only on which the actor has the right. */
export async function grantedFolders(
  db: Db | Tx,
  actor: Actor,
  folderIds: readonly string[],
  right: keyof FolderRights,
): Promise<Granted<FolderRow>> {
  const rows = await db.folder.findMany({ where: { id: { in: folderIds.filter(isId) } } });
  const there = new Map(rows.map((row) => [row.id, row]));
  return new Granted(
    rows.filter((row) => folderRightsFor(actor, row)[right]).map((row) => [row.id, row] as const),
    (id) => refusedFolder(actor, there.get(id) ?? null, right),
  );
}
