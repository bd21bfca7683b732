import { allPages, pageSize } from '@/lib/db/all-pages';
import type { Db, Tx } from '@/lib/db/db';

export type ChildFolder = {
  id: string;
  parentId: string | null;
  trashedAt: Date | null;
  trashedWithId: string | null;
};

/**
 * The folders that lie in some folders.
 * @param trashedWith only those that went to the trash with one of these; null: all
 */
export function childFolders(
  db: Db | Tx,
  parentIds: readonly string[],
  trashedWith: readonly string[] | null,
): Promise<ChildFolder[]> {
  const which = trashedWith === null ? {} : { trashedWithId: { in: [...trashedWith] } };
  return allPages<ChildFolder>((after) =>
    db.folder.findMany({
      where: { parentId: { in: [...parentIds] }, ...which, ...(after ? { id: { gt: after.id } } : {}) },
      select: { id: true, parentId: true, trashedAt: true, trashedWithId: true },
      orderBy: { id: 'asc' },
      take: pageSize,
    }),
  );
}
