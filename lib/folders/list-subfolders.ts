import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';
import { type Ancestor, listAncestors } from './list-ancestors';
import { requireFolder } from './require-folder';

export type Subfolders = {
  /** the folder and what it lies in, the root first */
  path: Ancestor[];
  folders: { id: string; name: string }[];
};

/**
 * The folders in a folder, by name, at most a thousand: what one chooses from when something is moved.
 * @throws AppError `not-found`
 */
export async function listSubfolders(actor: Actor, { folderId }: { folderId: string }): Promise<Subfolders> {
  const folder = await requireFolder(actor, folderId, 'read');
  const { folders: path } = await listAncestors(actor, folder.id);
  const folders = await db().folder.findMany({
    where: { parentId: folder.id, trashedAt: null },
    select: { id: true, name: true },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    take: 1000,
  });
  return { path, folders };
}
