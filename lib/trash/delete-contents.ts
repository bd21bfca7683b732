import { db, type Tx } from '@/lib/db/db';
import { batchSize, inBatch } from '@/lib/db/in-batch';
import { childFolders } from '@/lib/folders/child-folders';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';
import { deleteBytes } from '@/lib/storage/delete-bytes';
import { storageKeysOf } from './storage-keys-of';

/** Fewer than of others: their versions, tokens and more go with them. */
const documentsAtOnce = batchSize / 2;

type Inside = { id: string; rootId: string };

/**
 * Deletes for ever what lies in some folders in the trash: the documents, then the folders from the inside to the
 * outside. The folders themselves stay. All of it is in the trash, so that nobody puts anything into it.
 * @returns how many documents each had
 */
export async function* deleteContents(
  roots: readonly string[],
  { first, gone }: Pick<FolderSteps, 'first' | 'gone'>,
): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  const levels = await levelsOf(roots);
  for (const some of inBatches(levels.flat())) {
    for (let isMore = true; isMore; ) {
      const step = await inBatch({ first }, async (tx) => {
        const deleted = await deleteDocumentsIn(tx, roots, some);
        await gone?.(tx, deleted.ids);
        return deleted;
      });
      await deleteBytes(step.keys);
      for (const rootId of step.rootIds) counts.set(rootId, (counts.get(rootId) ?? 0) + 1);
      isMore = step.isMore;
      yield step.rootIds.length;
    }
  }
  for (const some of inBatches(levels.slice(1).reverse().flat())) {
    yield await inBatch({ first }, async (tx) => {
      const held = await holdTrashed(tx, roots);
      const ids = some.filter(({ rootId }) => held.includes(rootId)).map(({ id }) => id);
      await gone?.(tx, ids);
      return (await tx.folder.deleteMany({ where: { id: { in: ids } } })).count;
    });
  }
  return counts;
}

/** Holds those of some folders that are in the trash by themselves, so that none is taken out before the end. */
export async function holdTrashed(tx: Tx, folderIds: readonly string[]): Promise<string[]> {
  const rows = await tx.folder.updateManyAndReturn({
    where: { id: { in: [...folderIds] }, trashedAt: { not: null }, trashedWithId: null },
    data: { changedAt: new Date() },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The folders, then those in them, and so on until there are no more. None comes twice: it ends in a ring too. */
async function levelsOf(roots: readonly string[]): Promise<Inside[][]> {
  const levels = [roots.map((id): Inside => ({ id, rootId: id }))];
  const seen = new Set(roots);
  for (let level = levels[0] ?? []; level.length > 0; ) {
    const next: Inside[] = [];
    for (const some of inBatches(level)) {
      const rootOf = new Map(some.map(({ id, rootId }) => [id, rootId]));
      const rows = await childFolders(db(), [...rootOf.keys()], null);
      for (const { id, parentId } of rows) {
        if (seen.has(id)) continue;
        seen.add(id);
        next.push({ id, rootId: rootOf.get(parentId ?? '') ?? id });
      }
    }
    if (next.length > 0) levels.push(next);
    level = next;
  }
  return levels;
}

function inBatches(level: readonly Inside[]): Inside[][] {
  return Array.from({ length: Math.ceil(level.length / batchSize) }, (_, n) =>
    level.slice(n * batchSize, (n + 1) * batchSize),
  );
}

async function deleteDocumentsIn(
  tx: Tx,
  roots: readonly string[],
  folders: readonly Inside[],
): Promise<{ ids: string[]; keys: string[]; rootIds: string[]; isMore: boolean }> {
  const held = await holdTrashed(tx, roots);
  const rootOf = new Map(folders.filter(({ rootId }) => held.includes(rootId)).map(({ id, rootId }) => [id, rootId]));
  const folderId = { in: [...rootOf.keys()] };
  const found = await tx.document.findMany({ where: { folderId }, select: { id: true }, take: documentsAtOnce });
  // Held, and those only that are still there: somebody may take one by itself out of the trash.
  const rows = await tx.document.updateManyAndReturn({
    where: { id: { in: found.map(({ id }) => id) }, folderId },
    data: { liveName: null },
    select: { id: true, folderId: true },
  });
  const ids = rows.map(({ id }) => id);
  const keys = await storageKeysOf(tx, ids);
  await tx.document.deleteMany({ where: { id: { in: ids } } });
  const rootIds = rows.map((row) => rootOf.get(row.folderId) ?? '');
  return { ids, keys, rootIds, isMore: found.length === documentsAtOnce };
}
