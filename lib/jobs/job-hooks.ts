import type { AppError } from '@/lib/errors';
import type { Hold } from './hold-job';
import type { ItemHooks } from './item-hooks';
import type { JobItem } from './job-items';
import { noteOutcomes } from './note-outcomes';

/**
 * Holds the job in each transaction of its verbs, and writes there what has begun and what became of it.
 * @param refusals what was refused is put in here, for the log and the audit trail, which are told behind the transaction
 */
export function jobHooks(jobId: string, items: readonly JobItem[], hold: Hold, refusals: AppError[]): ItemHooks {
  return {
    keep: hold.keep,
    async begun(tx, itemIds, resultId) {
      const positions = items.filter(({ itemId }) => itemIds.includes(itemId)).map(({ position }) => position);
      await tx.jobItem.updateMany({
        where: { jobId, position: { in: positions }, begunAt: null },
        data: { begunAt: new Date(), ...(resultId === undefined ? {} : { resultId }) },
      });
    },
    async gone(tx, itemIds) {
      const where = { jobId, outcome: null, itemId: { in: [...itemIds] } };
      if (itemIds.length > 0) await tx.jobItem.updateMany({ where, data: { outcome: 'done' } });
    },
    note(tx, ends) {
      for (const end of ends.values()) if ('refusal' in end) refusals.push(end.refusal);
      return noteOutcomes(tx, jobId, items, ends);
    },
  };
}
