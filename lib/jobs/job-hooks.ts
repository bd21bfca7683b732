import type { Hold } from './hold-job';
import type { ItemHooks } from './item-hooks';
import type { JobItem } from './job-items';
import { noteOutcomes } from './note-outcomes';

/** Holds the job in each transaction of its verbs, and writes there what has begun and what became of it. */
export function jobHooks(jobId: string, items: readonly JobItem[], hold: Hold): ItemHooks {
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
    note: (tx, ends) => noteOutcomes(tx, jobId, items, ends),
  };
}
