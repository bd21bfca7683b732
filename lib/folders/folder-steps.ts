import type { Tx } from '@/lib/db/db';
import type { Outcome } from '@/lib/shared/outcome';

/**
 * What a caller does in the transactions of a change of folders with all that is in them. Such a change takes many
 * transactions, each of bounded size. The folder's own row is changed in the first and says from then on what is to
 * become of everything in it: whoever finds a folder half-way only needs to go on.
 */
export type FolderSteps<Result extends Outcome = Outcome> = {
  /** first in each transaction: what is held */
  first?: ((tx: Tx) => Promise<unknown>) | undefined;
  /** in the transaction that changed the own rows of these folders */
  begun?: ((tx: Tx, folderIds: string[]) => Promise<unknown>) | undefined;
  /** in the transactions that deleted these documents and folders, which lay in others */
  gone?: ((tx: Tx, ids: string[]) => Promise<unknown>) | undefined;
  /** when what became of these folders is known: in the transaction that refused them, or behind everything in them */
  last?: ((tx: Tx, results: Map<string, Result>) => Promise<unknown>) | undefined;
};

/** A change in many transactions: after each of them it yields how many rows that one changed; none on the way back to where it broke off. */
export type Steps<Result> = AsyncGenerator<number, Result>;

/** Goes through all steps at once. */
export async function allSteps<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}
