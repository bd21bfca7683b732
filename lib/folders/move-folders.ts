import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { type Around, inBatch } from '@/lib/db/in-batch';
import { AppError } from '@/lib/errors';
import { freeNames } from '@/lib/names/free-names';
import { groupBy } from '@/lib/shared/group-by';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { deepest, tooDeep } from './create-folder';
import { folderHeights } from './folder-heights';
import { foldersAbove } from './folders-above';
import { grantedFolders } from './granted-folders';
import { holdFolder, holdFolders } from './hold-folder';
import { ownRootFolder } from './own-root-folder';
import { type FolderRow, noFolder } from './require-folder';
import { setParents } from './set-parents';

/** `fromId`: the folder that it came out of; null: it was there already. */
export type MovedFolder = Outcome<{ id: string; name: string; fromId: string | null }>;
type Wish = { folderId: string; parentId: string; onClash: 'refuse' | 'keep-both' };
type Results = Map<string, MovedFolder>;

/**
 * Moves a batch of folders with everything in them, in one transaction, each into another of the same person. A
 * folder never replaces another.
 * @param input.items at most {@link batchSize}
 * @returns by id; refused with `not-found`, `invalid-request` (into itself, or too deep) or `name-taken`
 */
export async function moveFolders(
  actor: Actor,
  input: { items: readonly Wish[] },
  around: Around<Results> = {},
): Promise<Results> {
  const root = await ownRootFolder(actor);
  return inBatch(around, async (tx) => {
    const results: Results = new Map();
    const wishes = new Map(input.items.map((item) => [item.folderId, item]));
    // One move at a time in a person's tree: two folders moved into each other at once would make a ring.
    const now = new Date();
    await holdFolder(tx, root.id, now);
    const parentIds = [...wishes.values()].map(({ parentId }) => parentId);
    const parents = await grantedFolders(tx, actor, parentIds, 'add');
    const held = await holdFolders(tx, [...parents.keys()], now);
    for (const [parentId, some] of groupBy(wishes.values(), (wish) => wish.parentId)) {
      const parent = parents.get(parentId);
      if (parent && held.has(parentId)) await moveInto(tx, actor, { parent, wishes: some, results });
      else for (const { folderId } of some) results.set(folderId, { ok: false, error: parents.refusal(parentId) });
    }
    return results;
  });
}

async function moveInto(
  tx: Tx,
  actor: Actor,
  { parent, wishes, results }: { parent: FolderRow; wishes: readonly Wish[]; results: Results },
): Promise<void> {
  const ids = wishes.map(({ folderId }) => folderId);
  const rows = await grantedFolders(tx, actor, ids, 'rename');
  const above = await foldersAbove(tx, parent.id);
  const heights = await folderHeights(tx, [...rows.keys()]);
  const going: FolderRow[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (!row) results.set(id, { ok: false, error: rows.refusal(id) });
    else if (row.parentId === parent.id) results.set(id, { ok: true, id, name: row.name, fromId: null });
    else if (above.includes(id)) results.set(id, { ok: false, error: intoItself(row.name) });
    else if (above.length + (heights.get(id) ?? 1) > deepest) results.set(id, { ok: false, error: tooDeep() });
    else going.push(row);
  }
  const fixed = new Set(wishes.filter(({ onClash }) => onClash === 'refuse').map(({ folderId }) => folderId));
  const wanted = going.map(({ id, name }) => ({ name, isFixed: fixed.has(id) }));
  const names = await freeNames(tx, { among: 'folders', folderId: parent.id }, wanted);
  const places = going.flatMap(({ id, name }, index) => {
    const free = names[index] ?? null;
    if (free !== null) return [{ id, parentId: parent.id, name: free }];
    results.set(id, { ok: false, error: nameTaken(name, parent.name) });
    return [];
  });
  const moved = await setParents(tx, places, 'live');
  for (const { id, name } of places) {
    const fromId = rows.get(id)?.parentId ?? null;
    results.set(id, moved.has(id) ? { ok: true, id, name, fromId } : { ok: false, error: noFolder() });
  }
  await recordEvents(
    tx,
    places
      .filter(({ id }) => moved.has(id))
      .map(({ id, name }) => ({
        ...{ action: 'folder.move', outcome: 'done', actor },
        detail: { folderId: id, name, to: parent.id, from: rows.get(id)?.parentId ?? null },
      })),
  );
}

function intoItself(name: string): AppError {
  return new AppError('invalid-request', `“${name}” cannot be moved into itself.`, { reason: 'into-itself', name });
}

function nameTaken(name: string, parent: string): AppError {
  return new AppError('name-taken', `There is a folder called “${name}” in “${parent}” already.`, { name });
}
