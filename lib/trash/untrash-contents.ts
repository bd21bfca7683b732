import type { Tx } from '@/lib/db/db';
import { batchSize, inBatch } from '@/lib/db/in-batch';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';

/**
 * Takes out of the trash what went there with some folders that are back. A folder that goes to the trash again
 * meanwhile keeps the rest of it there.
 */
export async function* untrashContents(roots: readonly string[], { first }: Pick<FolderSteps, 'first'>): Steps<void> {
  for (let isMore = true; isMore; ) {
    const step = await inBatch({ first }, (tx) => untrashSome(tx, roots));
    isMore = step.isMore;
    yield step.changed;
  }
}

async function untrashSome(tx: Tx, roots: readonly string[]): Promise<{ changed: number; isMore: boolean }> {
  const live = await tx.folder.updateManyAndReturn({
    where: { id: { in: [...roots] }, trashedAt: null },
    data: { changedAt: new Date() },
    select: { id: true },
  });
  const trashedWithId = { in: live.map(({ id }) => id) };
  const some = { where: { trashedWithId }, select: { id: true }, take: batchSize };
  const folders = await tx.folder.findMany(some);
  const documents = await tx.document.findMany(some);
  const data = { trashedAt: null, trashedWithId: null };
  const where = (rows: { id: string }[]) => ({ id: { in: rows.map(({ id }) => id) }, trashedWithId });
  if (folders.length > 0) await tx.folder.updateMany({ where: where(folders), data });
  if (documents.length > 0) await tx.document.updateMany({ where: where(documents), data });
  return {
    changed: folders.length + documents.length,
    isMore: [folders, documents].some((found) => found.length === batchSize),
  };
}
