import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { jobKeptMs } from './forget-jobs';
import { runJob } from './run-job';

const atOnce = 20;

/**
 * Finishes the jobs that nobody holds: those of a process that is gone, and those whose page was closed. Run at start
 * and every minute; on several instances at once it does no harm.
 * @returns how many it worked at
 */
export async function finishJobs(): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const jobs = await db().job.findMany({
      where: { finishedAt: null, heldUntil: { lte: new Date() }, id: { gt: after } },
      select: { id: true, createdAt: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    });
    for (const { id, createdAt } of jobs) {
      await runJob(id).catch((error) => logger().error({ err: error, jobId: id }, 'a job could not be finished'));
      if (createdAt.getTime() + jobKeptMs < Date.now()) await giveUp(id);
      count += 1;
    }
    const last = jobs.at(-1);
    if (!last) return count;
    after = last.id;
  }
}

/** What failed for a day would fail for ever, also where the database only was late each time. */
async function giveUp(id: string): Promise<void> {
  const now = new Date();
  await db().job.updateMany({ where: { id, finishedAt: null, heldUntil: { lte: now } }, data: { finishedAt: now } });
}
