import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';

/** For how long what a job did can be taken back, and a page asks about it: a day, in milliseconds. */
export const jobKeptMs = 24 * 60 * 60_000;

/** Deletes jobs that were finished more than a day ago, with their items. @returns how many rows */
export async function forgetJobs(now: Date): Promise<number> {
  const finishedAt = { lt: new Date(now.getTime() - jobKeptMs) };
  const items = await inSmallBatches(
    async (limit) => (await db().jobItem.deleteMany({ where: { job: { finishedAt } }, limit })).count,
  );
  const jobs = await inSmallBatches(
    async (limit) => (await db().job.deleteMany({ where: { finishedAt }, limit })).count,
  );
  return items + jobs;
}
