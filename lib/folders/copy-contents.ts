import { db, type Tx } from '@/lib/db/db';
import { batchSize, inBatch } from '@/lib/db/in-batch';
import { copyDocuments } from '@/lib/documents/copy-documents';
import type { AppError } from '@/lib/errors';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { deepest, tooDeep } from './create-folder';
import type { FolderSteps, Steps } from './folder-steps';
import { foldersAbove } from './folders-above';
import { grantedFolders } from './granted-folders';
import { holdFolder } from './hold-folder';
import { insertFolders } from './insert-folders';
import { noFolder } from './require-folder';

/** A folder and its copy. */
type Pair = { from: string; to: string };
type First = Pick<FolderSteps, 'first'>;

const documentsAtOnce = 20;

/**
 * Copies what lies in a folder into its copy. What is there of an earlier try is found again: folders by their names,
 * documents by what they were copied from.
 * @returns the first refusal of a document, or null
 * @throws AppError `not-found` when the copy has gone to the trash meanwhile, `invalid-request` (too deep)
 */
export async function* copyContents(actor: Actor, root: Pair, around: First): Steps<AppError | null> {
  let refusal: AppError | null = null;
  for (let level = [root]; level.length > 0; ) {
    const next: Pair[] = [];
    for (const pair of level) {
      next.push(...(yield* copySubfolders(actor, pair, root.to, around)));
      refusal ??= yield* copyDocumentsIn(actor, pair, around);
      if (refusal?.code === 'storage-full') return refusal;
    }
    level = next;
  }
  return refusal;
}

async function* copySubfolders(actor: Actor, { from, to }: Pair, copyId: string, { first }: First): Steps<Pair[]> {
  const pairs: Pair[] = [];
  for (let after = ''; ; ) {
    const rows = await db().folder.findMany({
      // The copy may lie in what is copied, where somebody moves it while it is made.
      where: { parentId: from, trashedAt: null, id: { gt: after, not: copyId } },
      select: { id: true, name: true, liveName: true },
      orderBy: { id: 'asc' },
      take: batchSize,
    });
    if (rows.length === 0) return pairs;
    const made = await inBatch({ first }, (tx) => makeSubfolders(tx, actor, to, rows));
    for (const { id, liveName } of rows) pairs.push({ from: id, to: made.ids.get(liveName) ?? '' });
    after = rows.at(-1)?.id ?? '';
    yield made.count;
  }
}

/** @returns the ids by the folded names, and how many of them are new */
async function makeSubfolders(
  tx: Tx,
  actor: Actor,
  parentId: string,
  sources: readonly { name: string; liveName: string | null }[],
): Promise<{ ids: Map<string | null, string>; count: number }> {
  const parent = (await grantedFolders(tx, actor, [parentId], 'add')).get(parentId);
  if (!parent) throw noFolder();
  await holdFolder(tx, parentId, new Date());
  if ((await foldersAbove(tx, parentId)).length >= deepest) throw tooDeep();
  const names = sources.flatMap(({ liveName }) => (liveName === null ? [] : [liveName]));
  const there = await tx.folder.findMany({
    where: { parentId, liveName: { in: names } },
    select: { id: true, liveName: true },
  });
  const ids = new Map(there.map(({ id, liveName }) => [liveName, id]));
  const missing = sources.filter(({ liveName }) => !ids.has(liveName));
  const rows = missing.map(({ name }) => ({ id: newId(), parentId, ownerId: parent.ownerId, name }));
  await insertFolders(tx, actor, rows);
  const made = missing.map(({ liveName }, index): [string | null, string] => [liveName, rows[index]?.id ?? '']);
  return { ids: new Map([...ids, ...made]), count: made.length };
}

async function* copyDocumentsIn(actor: Actor, { from, to }: Pair, { first }: First): Steps<AppError | null> {
  let refusal: AppError | null = null;
  for (let after = ''; ; ) {
    const rows = await db().document.findMany({
      where: { folderId: from, trashedAt: null, id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: documentsAtOnce,
    });
    if (rows.length === 0) return refusal;
    const ids = rows.map(({ id }) => id);
    const before = await db().document.findMany({
      where: { folderId: to, copiedFromId: { in: ids }, trashedAt: null },
      select: { copiedFromId: true },
    });
    const isThere = new Set(before.map(({ copiedFromId }) => copiedFromId));
    const items = ids
      .filter((id) => !isThere.has(id))
      .map((documentId) => ({ documentId, folderId: to, onClash: 'keep-both' as const }));
    const results = items.length > 0 ? [...(await copyDocuments(actor, { items }, { first })).values()] : [];
    for (const result of results) {
      if (result.ok) continue;
      // What one may not read in the folder of another is no part of it.
      if (result.error.detail.reason !== 'no-document') refusal ??= result.error;
    }
    after = ids.at(-1) ?? '';
    yield results.filter(({ ok }) => ok).length;
  }
}
