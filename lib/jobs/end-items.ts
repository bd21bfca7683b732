import { inBatch } from '@/lib/db/in-batch';
import { AppError, isAppError } from '@/lib/errors';
import type { Hold } from './hold-job';
import type { JobItem } from './job-items';
import { noteOutcomes, writtenRefusal } from './note-outcomes';

/** Ends items that failed: a refusal is told, of anything else only the log has the reason. */
export async function refuseItems(jobId: string, items: readonly JobItem[], hold: Hold, error: unknown): Promise<void> {
  const refusal = isAppError(error) ? error : new AppError('internal', 'Something went wrong here. It is in the log.');
  const ends = new Map(items.map(({ itemId }) => [itemId, { refusal }]));
  await inBatch({ first: hold.keep }, (tx) => noteOutcomes(tx, jobId, items, ends));
}

/** Ends everything that has not begun: the person may not act any more. */
export async function refuseRest(jobId: string, hold: Hold): Promise<void> {
  const refusal = writtenRefusal(new AppError('forbidden', 'This account was disabled.'));
  await inBatch({ first: hold.keep }, async (tx) => {
    await tx.job.update({ where: { id: jobId }, data: { gathering: null } });
    await tx.jobItem.updateMany({ where: { jobId, outcome: null }, data: { outcome: 'refused', refusal } });
  });
}

export async function finishJob(jobId: string, hold: Hold): Promise<void> {
  await inBatch({ first: hold.keep }, (tx) =>
    tx.job.update({ where: { id: jobId }, data: { finishedAt: new Date(), heldBy: null } }),
  );
}
