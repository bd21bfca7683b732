import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import type { Actor } from './actor';
import { endEverything } from './end-everything';

/**
 * Ends all of the person's sessions, this one too, and revokes their access tokens: what an open editor saves
 * from now on is kept as a recovery copy.
 */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await retryTransient(() =>
    inTransaction(async (tx) => {
      const detail = await endEverything(tx, actor.userId, new Date());
      await recordEvent(tx, { action: 'session.end-all', outcome: 'done', actor, detail });
    }),
  );
}
