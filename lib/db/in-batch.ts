import type { Tx } from './db';
import { inTransaction } from './in-transaction';
import { isUniqueViolation } from './is-unique-violation';
import { retryTransient } from './retry-transient';

/** What a caller does in the transaction of a batch: what it holds comes first, what became of the batch is noted last. */
export type Around<Result> = {
  first?: ((tx: Tx) => Promise<unknown>) | undefined;
  last?: ((tx: Tx, result: Result) => Promise<unknown>) | undefined;
};

/** How many documents or folders one transaction is about: others have their turn after it. */
export const batchSize = 100;

const rounds = 20;

/**
 * Runs the work of a batch in one transaction. A name that somebody else took between a look and the write is
 * no failure of the batch: it looks again. `work` must be safe to repeat.
 */
export async function inBatch<Result>(around: Around<Result>, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let round = 1; ; round += 1) {
    try {
      return await retryTransient(() =>
        inTransaction(async (tx) => {
          await around.first?.(tx);
          const result = await work(tx);
          await around.last?.(tx, result);
          return result;
        }),
      );
    } catch (error) {
      if (!isUniqueViolation(error) || round === rounds) throw error;
    }
  }
}
