import { db, type Tx } from '@/lib/db/db';
import { batchSize, inBatch } from '@/lib/db/in-batch';
import { joinSql, sql } from '@/lib/db/sql';
import { childFolders } from '@/lib/folders/child-folders';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';
import { currentLock, isUnlocked } from '@/lib/locks/lock-state';
import type { EditedDocument } from './edited-below';

/**
 * Moves to the trash what lies in some folders that are there already, from the outside to the inside: into a folder
 * in the trash nothing can be put any more, so that nothing is missed. A folder that is taken out of the trash
 * meanwhile keeps what it has. It goes on to the last level, however deep, and takes no folder twice.
 * @param roots folders that were put into the trash by themselves
 * @returns by the root's id a document in it that is being edited, and therefore stays
 */
export async function* trashContents(
  roots: readonly string[],
  { first }: Pick<FolderSteps, 'first'>,
): Steps<Map<string, EditedDocument>> {
  const edited = new Map<string, EditedDocument>();
  const seen = new Set(roots);
  for (let level = roots.map((id) => ({ id, rootId: id })); level.length > 0; ) {
    const next: Inside[] = [];
    for (let from = 0; from < level.length; from += batchSize) {
      const some = level.slice(from, from + batchSize);
      // A folder in which something is being edited comes back: no more of it goes.
      const parents = () => some.filter(({ rootId }) => !edited.has(rootId)).map(({ id }) => id);
      for (let isMore = true; isMore; ) {
        const step = await inBatch({ first }, (tx) => trashChildren(tx, parents()));
        for (const [root, document] of step.edited) edited.set(root, document);
        isMore = step.isMore;
        yield step.changed;
      }
      const inside = await childFolders(db(), parents(), roots);
      for (const { id, trashedWithId } of inside) {
        if (seen.has(id)) continue;
        seen.add(id);
        next.push({ id, rootId: trashedWithId ?? id });
      }
    }
    level = next;
  }
  return edited;
}

type Inside = { id: string; rootId: string };
type Step = { changed: number; isMore: boolean; edited: Map<string, EditedDocument> };

/** Some of the folders and documents in some folders. */
async function trashChildren(tx: Tx, parents: readonly string[]): Promise<Step> {
  const now = new Date();
  // Held until the end: who takes one out of the trash waits, and then finds what was put there with it.
  const held = await tx.folder.updateManyAndReturn({
    where: { id: { in: [...parents] }, trashedAt: { not: null } },
    data: { changedAt: now },
    select: { id: true, trashedWithId: true },
  });
  const ids = held.map(({ id }) => id);
  const folders = await tx.folder.findMany({
    where: { parentId: { in: ids }, trashedAt: null },
    select: { id: true },
    take: batchSize,
  });
  const documents = await tx.document.findMany({
    where: { folderId: { in: ids }, trashedAt: null },
    select: { id: true },
    take: batchSize,
  });
  await setFoldersTrashed(tx, folders, now);
  const gone = await setDocumentsTrashed(tx, documents, now);
  const rootOf = new Map(held.map(({ id, trashedWithId }) => [id, trashedWithId ?? id]));
  const left = gone < documents.length ? await stillThere(tx, documents) : [];
  const locked = left.filter((row) => currentLock(row, now) !== null);
  return {
    changed: folders.length + gone,
    isMore: [folders, documents].some((rows) => rows.length === batchSize) || left.length > 0,
    edited: new Map(locked.map((row) => [rootOf.get(row.folderId) ?? row.folderId, row])),
  };
}

type Ids = readonly { id: string }[];

async function setFoldersTrashed(tx: Tx, folders: Ids, now: Date): Promise<void> {
  if (folders.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "Folder" SET "trashedAt" = ${now}, "changedAt" = ${now}, "trashedWithId" =
           (SELECT COALESCE(p."trashedWithId", p."id") FROM "Folder" p WHERE p."id" = "Folder"."parentId")
     WHERE "id" IN (${joinSql(folders.map(({ id }) => id))}) AND "trashedAt" IS NULL`);
}

async function setDocumentsTrashed(tx: Tx, documents: Ids, now: Date): Promise<number> {
  if (documents.length === 0) return 0;
  return tx.$executeRaw(sql`
    UPDATE "Document" SET "trashedAt" = ${now}, "lockId" = NULL, "lockedAt" = NULL, "lockExpiresAt" = NULL,
           "lockedById" = NULL, "lockSession" = NULL, "trashedWithId" =
           (SELECT COALESCE(p."trashedWithId", p."id") FROM "Folder" p WHERE p."id" = "Document"."folderId")
     WHERE "id" IN (${joinSql(documents.map(({ id }) => id))}) AND "trashedAt" IS NULL AND ${isUnlocked(now)}`);
}

function stillThere(tx: Tx, documents: Ids) {
  return tx.document.findMany({
    where: { id: { in: documents.map(({ id }) => id) }, trashedAt: null },
    include: { lockedBy: { select: { name: true } } },
  });
}
