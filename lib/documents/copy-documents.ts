import { db, type Tx } from '@/lib/db/db';
import { type Around, inBatch } from '@/lib/db/in-batch';
import { isTransient } from '@/lib/db/is-transient';
import { AppError, isAppError } from '@/lib/errors';
import { grantedFolders } from '@/lib/folders/granted-folders';
import { holdFolders } from '@/lib/folders/hold-folder';
import { noFolder } from '@/lib/folders/require-folder';
import { logger } from '@/lib/logger';
import { freeNames } from '@/lib/names/free-names';
import { groupBy } from '@/lib/shared/group-by';
import { newId } from '@/lib/shared/new-id';
import type { Outcome } from '@/lib/shared/outcome';
import { storage } from '@/lib/storage/open-storage';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { copyContent } from './copy-content';
import { insertDocuments } from './insert-documents';

/** The copy's own id and name. */
export type Copied = Outcome<{ id: string; name: string }>;
type Wish = { documentId: string; folderId: string; onClash: 'refuse' | 'keep-both' };
type Results = Map<string, Copied>;
/** A copy whose bytes are there. */
type Draft = { wish: Wish; id: string; name: string; stored: StoredObject };

/** How many files are copied at the same time. */
const atOnce = 4;

/**
 * Copies the current content of a batch of documents, each into a folder of the person: first the bytes, then all
 * rows in one transaction.
 * @param input.items a few dozen at most, since nobody sees anything before all their bytes are there
 * @returns by the ids of the sources; refused as {@link copyContent} says, with `not-found` (folder) or `name-taken`
 */
export async function copyDocuments(
  actor: Actor,
  input: { items: readonly Wish[] },
  around: Around<Results> = {},
): Promise<Results> {
  const wishes = [...new Map(input.items.map((item) => [item.documentId, item])).values()];
  const folderIds = wishes.map(({ folderId }) => folderId);
  const folders = await grantedFolders(db(), actor, folderIds, 'add');
  const refused: Results = new Map();
  const drafts: Draft[] = [];
  try {
    for (let from = 0; from < wishes.length; from += atOnce) {
      const some = wishes.slice(from, from + atOnce);
      const copied = await Promise.allSettled(
        some.map(async ({ documentId, folderId }) => {
          if (!folders.has(folderId)) throw folders.refusal(folderId);
          return copyContent(actor, documentId);
        }),
      );
      const broken: unknown[] = [];
      copied.forEach((copy, index) => {
        const wish = some[index];
        if (!wish) return;
        if (copy.status === 'fulfilled') drafts.push({ ...copy.value, wish, id: newId() });
        else if (isAppError(copy.reason)) refused.set(wish.documentId, { ok: false, error: copy.reason });
        else broken.push(copy.reason);
      });
      if (broken.length > 0) throw broken[0];
    }
    const results = await place(actor, drafts, refused, around);
    await dropUnused(drafts);
    return results;
  } catch (error) {
    // A transaction without an answer may have been committed: its bytes stay.
    if (!isTransient(error)) await dropUnused(drafts);
    throw error;
  }
}

async function place(
  actor: Actor,
  drafts: readonly Draft[],
  refused: Results,
  around: Around<Results>,
): Promise<Results> {
  return inBatch(around, async (tx) => {
    const results: Results = new Map(refused);
    const made = await tx.document.findMany({
      where: { id: { in: drafts.map(({ id }) => id) } },
      select: { id: true, name: true },
    });
    // An earlier try of ours whose answer was lost on the way.
    const before = new Map(made.map(({ id, name }) => [id, name]));
    for (const { id, wish } of drafts) {
      const name = before.get(id);
      if (name !== undefined) results.set(wish.documentId, { ok: true, id, name });
    }
    const open = drafts.filter(({ id }) => !before.has(id));
    const folderIds = open.map(({ wish }) => wish.folderId);
    const held = await holdFolders(tx, folderIds, new Date());
    for (const [folderId, some] of groupBy(open, ({ wish }) => wish.folderId)) {
      if (held.has(folderId)) await placeIn(tx, actor, folderId, some, results);
      else for (const { wish } of some) results.set(wish.documentId, { ok: false, error: noFolder() });
    }
    return results;
  });
}

async function placeIn(tx: Tx, actor: Actor, folderId: string, drafts: readonly Draft[], results: Results) {
  const folder = (await grantedFolders(tx, actor, [folderId], 'add')).get(folderId);
  const wanted = drafts.map(({ name, wish }) => ({ name, isFixed: wish.onClash === 'refuse' }));
  const names = await freeNames(tx, { among: 'documents', folderId }, wanted);
  const going = drafts.flatMap(({ id, name, stored, wish }, index) => {
    const { documentId } = wish;
    const free = names[index] ?? null;
    if (!folder) results.set(documentId, { ok: false, error: noFolder() });
    else if (free === null) results.set(documentId, { ok: false, error: nameTaken(name) });
    else {
      results.set(documentId, { ok: true, id, name: free });
      const more = { stored, origin: 'copy', copiedFromId: documentId, isConversion: false } as const;
      return [{ id, folderId, ownerId: folder.ownerId, name: free, ...more }];
    }
    return [];
  });
  await insertDocuments(tx, actor, going);
}

function nameTaken(name: string): AppError {
  return new AppError('name-taken', `There is a document called “${name}” already.`, { name });
}

/** Deletes the bytes that no row names. What cannot be found out now stays: it is only bytes. */
async function dropUnused(drafts: readonly Draft[]): Promise<void> {
  try {
    const keys = drafts.map(({ stored }) => stored.key);
    const used = await db().version.findMany({ where: { storageKey: { in: keys } }, select: { storageKey: true } });
    const isUsed = new Set(used.map(({ storageKey }) => storageKey));
    for (const key of keys) if (!isUsed.has(key)) await storage().delete(key);
  } catch (error) {
    logger().warn({ err: error }, 'bytes of copies that were not made stay');
  }
}
