import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
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
      select: { id: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    });
    for (const { id } of jobs) {
      await runJob(id).catch((error) => logger().error({ err: error, jobId: id }, 'a job could not be finished'));
      count += 1;
    }
    const last = jobs.at(-1);
    if (!last) return count;
    after = last.id;
  }
}
