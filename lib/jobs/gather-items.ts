import { z } from 'zod';
import { db } from '@/lib/db/db';
import { inBatch } from '@/lib/db/in-batch';
import { isAppError } from '@/lib/errors';
import { requireFolder } from '@/lib/folders/require-folder';
import { listedIds } from '@/lib/listings/listed-ids';
import type { Actor } from '@/lib/users/actor';
import { type Gathering, readGathering, writeGathering } from './gathering';
import type { Hold } from './hold-job';
import type { JobVerb, WishedItem } from './job-wish';
import { noteItems } from './note-items';

const atOnce = 250;
const itemKind = z.enum(['document', 'folder']);

/** What takes back what a verb did, and to which of an item's folders and ids. */
export const inverseOf: Partial<Record<JobVerb, JobVerb>> = {
  trash: 'untrash',
  untrash: 'trash',
  move: 'move',
  copy: 'trash',
};

/**
 * Writes down the next items of a job that are not yet, as they are now: a job is about what its list had when
 * it was wished, and not about what comes into it while it runs.
 * @returns what is still to be gathered; null: nothing
 */
export async function gatherItems(
  actor: Actor,
  job: { id: string; createdAt: Date; gathering: string },
  hold: Hold,
): Promise<string | null> {
  const gathering = readGathering(job.gathering);
  const { items, rest } =
    gathering.from === 'list' ? await ofList(actor, gathering, job.createdAt) : await ofJob(gathering);
  const left = rest && writeGathering(rest);
  await inBatch({ first: hold.keep }, async (tx) => {
    await noteItems(tx, job.id, items, gathering.count);
    await tx.job.update({ where: { id: job.id }, data: { gathering: left } });
  });
  return left;
}

type Found = { items: WishedItem[]; rest: Gathering | null };

async function ofList(actor: Actor, list: Gathering & { from: 'list' }, before: Date): Promise<Found> {
  const { scope, kind, toId, onClash } = list;
  try {
    if (scope.place === 'folder') await requireFolder(actor, scope.folderId, 'read');
  } catch (error) {
    if (isAppError(error)) return { items: [], rest: null };
    throw error;
  }
  const found = await listedIds(actor, { scope, kind, after: list.cursor, before, limit: atOnce });
  const items = found.ids.map((id) => ({ kind: found.kind, id, toId, onClash }));
  const rest = found.next === null ? null : { ...list, cursor: found.next, count: list.count + items.length };
  return { items, rest };
}

async function ofJob(gathering: Gathering & { from: 'job' }): Promise<Found> {
  const { jobId, after, count } = gathering;
  const job = await db().job.findUnique({ where: { id: jobId }, select: { verb: true } });
  const rows = await db().jobItem.findMany({
    // A folder of which not everything could be copied is there all the same.
    where: {
      jobId,
      OR: [{ outcome: 'done' }, { outcome: 'refused', resultId: { not: null } }],
      position: { gt: after },
    },
    orderBy: { position: 'asc' },
    take: atOnce,
  });
  const last = rows.at(-1);
  const items = rows.map(({ kind, itemId, resultId, fromId }) => ({
    kind: itemKind.parse(kind),
    id: job?.verb === 'copy' ? (resultId ?? itemId) : itemId,
    toId: fromId,
  }));
  const isMore = last !== undefined && rows.length === atOnce;
  return { items, rest: isMore ? { ...gathering, after: last.position, count: count + items.length } : null };
}
