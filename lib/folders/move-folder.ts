import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { withFreeName } from '@/lib/documents/with-free-name';
import { AppError } from '@/lib/errors';
import { nameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';
import { deepest } from './create-folder';
import { folderTree } from './folder-tree';
import { holdFolder } from './hold-folder';
import { listAncestors } from './list-ancestors';
import type { OnClash } from './name-clash';
import { ownRootFolder } from './own-root-folder';
import { type FolderRow, requireFolder } from './require-folder';

/**
 * Moves a folder with everything in it into another of the same person. A folder never replaces another.
 * @throws AppError `not-found`, `invalid-request` (into itself, or too deep), `name-taken`
 */
export async function moveFolder(
  actor: Actor,
  input: { folderId: string; parentId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const folder = await requireFolder(actor, input.folderId, 'rename');
  const parent = await requireFolder(actor, input.parentId, 'add');
  if (folder.parentId === parent.id) return { id: folder.id, name: folder.name };
  const { folders: above } = await listAncestors(actor, parent.id);
  if (above.length >= deepest) {
    throw new AppError('invalid-request', `Folders can lie at most ${deepest} deep in each other.`, {
      reason: 'too-deep',
      most: deepest,
    });
  }
  const place = (name: string) => setParent(actor, folder, { parentId: parent.id, name });
  if (input.onClash === 'keep-both') {
    return withFreeName({ among: 'folders', folderId: parent.id }, folder.name, place);
  }
  try {
    return await place(folder.name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('name-taken', `There is a folder called “${folder.name}” in “${parent.name}” already.`, {
      name: folder.name,
    });
  }
}

async function setParent(
  actor: Actor,
  folder: FolderRow,
  target: { parentId: string; name: string },
): Promise<{ id: string; name: string }> {
  const root = await ownRootFolder(actor);
  const now = new Date();
  await inTransaction(async (tx) => {
    // One move at a time in a person's tree: two folders moved into each other at once would make a ring.
    await holdFolder(tx, root.id, now);
    if (target.parentId !== root.id) await holdFolder(tx, target.parentId, now);
    if ((await folderTree(tx, folder.id, 'all')).includes(target.parentId)) {
      throw new AppError('invalid-request', `“${folder.name}” cannot be moved into itself.`, {
        reason: 'into-itself',
        name: folder.name,
      });
    }
    const { count } = await tx.folder.updateMany({
      where: { id: folder.id, trashedAt: null },
      data: { parentId: target.parentId, ...nameColumns(target.name) },
    });
    if (count === 0) throw new AppError('not-found', 'This folder does not exist any more.', { reason: 'no-folder' });
    const detail = { folderId: folder.id, name: target.name, to: target.parentId, from: folder.parentId };
    await recordEvent(tx, { action: 'folder.move', outcome: 'done', actor, detail });
  });
  return { id: folder.id, name: target.name };
}
