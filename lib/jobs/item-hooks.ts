import type { Tx } from '@/lib/db/db';
import type { Around } from '@/lib/db/in-batch';
import type { Outcome } from '@/lib/shared/outcome';
import type { Ended, Note } from './note-outcomes';

/** What a job does in the transactions of its verbs. */
export type ItemHooks = {
  keep: (tx: Tx) => Promise<void>;
  /** @param resultId the id of a copy that was begun */
  begun: (tx: Tx, itemIds: readonly string[], resultId?: string) => Promise<void>;
  /** documents and folders were deleted together with a folder that they lay in: some may be items themselves */
  gone: (tx: Tx, itemIds: readonly string[]) => Promise<void>;
  note: (tx: Tx, ends: ReadonlyMap<string, Ended>) => Promise<void>;
};

/** The hooks as a verb takes them. @param noteOf what is kept of something that was done */
export function aroundOf<Done extends object>(
  { keep, note }: ItemHooks,
  noteOf: (done: Done) => Note,
): Around<Map<string, Outcome<Done>>> {
  return { first: keep, last: (tx, results) => note(tx, endsOf(results, noteOf)) };
}

export function endsOf<Done extends object>(
  results: ReadonlyMap<string, Outcome<Done>>,
  noteOf: (done: Done) => Note,
): Map<string, Ended> {
  return new Map(
    [...results].map(([id, result]): [string, Ended] => [id, result.ok ? noteOf(result) : { refusal: result.error }]),
  );
}
