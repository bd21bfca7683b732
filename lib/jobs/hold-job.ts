import { db, type Tx } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { newId } from '@/lib/shared/new-id';

/** For how long a job belongs to who works at it; each transaction begins that anew. In milliseconds. */
export const holdMs = 30_000;

const lost = Symbol('this job belongs to somebody else by now');

/** Whether an error is the end of a hold: somebody else goes on, or nobody may. */
export function isLostHold(error: unknown): boolean {
  return error === lost;
}

/** One process that works at a job. */
export type Hold = {
  /**
   * First in each of its transactions: no other process works at the job until the end of it. Throws when the hold
   * is lost, also when the person was disabled: then what has begun may still be ended.
   */
  keep: (tx: Tx) => Promise<void>;
  /** to go on with what has begun for somebody who was disabled */
  keepOnly: (what: 'what-has-begun') => void;
  /** how many rows were changed since: the next transaction adds that to the job's row */
  addChanged: (count: number) => void;
  release: () => Promise<void>;
};

/**
 * Takes a job that nobody holds, in one guarded statement.
 * @returns null when somebody holds it, or it is finished
 */
export async function takeJob(jobId: string): Promise<Hold | null> {
  const heldBy = newId();
  const now = new Date();
  const { count } = await db().job.updateMany({
    where: { id: jobId, finishedAt: null, heldUntil: { lte: now } },
    data: { heldBy, heldUntil: new Date(now.getTime() + holdMs) },
  });
  return count === 1 ? holdOf(jobId, heldBy) : null;
}

function holdOf(jobId: string, heldBy: string): Hold {
  let changed = 0;
  let whose: { user?: { disabledAt: null } } = { user: { disabledAt: null } };
  const mine = { id: jobId, heldBy, finishedAt: null };
  return {
    async keep(tx) {
      const heldUntil = new Date(Date.now() + holdMs);
      const { count } = await tx.job.updateMany({
        where: { ...mine, ...whose },
        data: { heldUntil, changed: { increment: changed } },
      });
      if (count === 0) throw lost;
      changed = 0;
    },
    keepOnly() {
      whose = {};
    },
    addChanged(count) {
      changed += count;
    },
    async release() {
      const free = { heldBy: null, heldUntil: new Date() };
      // Without an answer the hold runs out by itself.
      await db()
        .job.updateMany({ where: mine, data: free })
        .catch((error) => logger().warn({ err: error, jobId }, 'a job was not released'));
    },
  };
}
