import type { Tx } from '@/lib/db/db';
import { inChunks } from '@/lib/shared/in-chunks';
import { childFolders } from './child-folders';
import { deepest } from './create-folder';

/**
 * How many folders lie in each other in each of some folders, itself counted: 1 where no folder is in it. What was put
 * into the trash by itself does not count, what went there with its folder does: it comes back with it. It goes level
 * by level in statements of bounded size, and no further than one above {@link deepest}.
 * @returns by id
 */
export async function folderHeights(tx: Tx, folderIds: readonly string[]): Promise<Map<string, number>> {
  const heights = new Map(folderIds.map((id) => [id, 1]));
  let rootOf = new Map(folderIds.map((id) => [id, id]));
  for (let height = 2; height <= deepest + 1 && rootOf.size > 0; height += 1) {
    const level = rootOf;
    const found = await inChunks([...level.keys()], (some) => childFolders(tx, some, null));
    rootOf = new Map();
    for (const { id, parentId, trashedAt, trashedWithId } of found.flat()) {
      const root = level.get(parentId ?? '');
      const isApart = trashedAt !== null && trashedWithId === null;
      if (root === undefined || isApart) continue;
      rootOf.set(id, root);
      heights.set(root, height);
    }
  }
  return heights;
}
