import { inTransaction } from '@/lib/db/in-transaction';
import { insertFolders } from '@/lib/folders/insert-folders';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';

/**
 * Folders in each other, as deep as one likes: versions before the limit counted what moves made such.
 * @returns their ids from the outside to the inside
 */
export async function chainOfFolders(owner: Actor, parentId: string, length: number): Promise<string[]> {
  const ids = Array.from({ length }, () => newId());
  const rows = ids.map((id, n) => ({
    ...{ id, ownerId: owner.userId, parentId: ids[n - 1] ?? parentId, name: `Chain ${id}` },
  }));
  await inTransaction((tx) => insertFolders(tx, owner, rows));
  return ids;
}
