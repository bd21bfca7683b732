import { db } from '@/lib/db/db';
import { batchSize } from '@/lib/db/in-batch';
import { allSteps } from '@/lib/folders/folder-steps';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { deleteDocuments } from './delete-documents';
import { deleteFolders } from './delete-folders';

/**
 * Deletes for ever what is in the person's trash, a batch at a time. What breaks off half-way is found again.
 * @param input.before only what went there before this moment
 * @returns how many documents and folders that were put there by themselves
 */
export async function emptyTrash(actor: Actor, input: { before?: Date } = {}): Promise<{ deleted: number }> {
  const where = {
    ownerId: actor.userId,
    trashedWithId: null,
    trashedAt: input.before ? { not: null, lt: input.before } : { not: null },
  };
  const page = (after: string) => ({
    where: { ...where, id: { gt: after } },
    select: { id: true },
    orderBy: { id: 'asc' as const },
    take: batchSize / 2,
  });
  const documents = await eachPage(
    (after) => db().document.findMany(page(after)),
    (documentIds) => deleteDocuments(actor, { documentIds }),
  );
  const folders = await eachPage(
    (after) => db().folder.findMany(page(after)),
    (folderIds) => allSteps(deleteFolders(actor, { folderIds })),
  );
  return { deleted: documents + folders };
}

/** @returns how many were deleted: what somebody took out meanwhile does not count */
async function eachPage(
  find: (after: string) => Promise<{ id: string }[]>,
  destroy: (ids: string[]) => Promise<ReadonlyMap<string, Outcome>>,
): Promise<number> {
  let deleted = 0;
  for (let after = ''; ; ) {
    const ids = (await find(after)).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return deleted;
    deleted += [...(await destroy(ids)).values()].filter(({ ok }) => ok).length;
    after = last;
  }
}
