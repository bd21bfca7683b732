import { z } from 'zod';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import type { Actor } from '@/lib/users/actor';
import { inverseOf } from './gather-items';
import { jobVerbs } from './job-wish';
import { insertJob } from './start-job';

/**
 * Takes back what a job of the person has done, all of it at once and only once: what it put into the trash comes
 * back, what it moved goes back to where it was, what it copied goes to the trash. What it replaced stays: its versions
 * are there.
 * @returns the id of the job that does so
 * @throws AppError `not-found` for another's job, one that is not finished, was taken back before, or cannot be
 */
export async function undoJob(actor: Actor, jobId: string): Promise<string> {
  const job = isId(jobId)
    ? await db().job.findFirst({ where: { id: jobId, userId: actor.userId }, select: { verb: true } })
    : null;
  const verb = job && inverseOf[z.enum(jobVerbs).parse(job.verb)];
  if (!verb) throw gone();
  return inTransaction(async (tx) => {
    const { count } = await tx.job.updateMany({
      where: { id: jobId, userId: actor.userId, finishedAt: { not: null }, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (count === 0) throw gone();
    return insertJob(tx, actor, { verb, gathering: { from: 'job', jobId, after: -1, count: 0 } });
  });
}

function gone(): AppError {
  return new AppError('not-found', 'This cannot be taken back any more.', { reason: 'not-undoable' });
}
