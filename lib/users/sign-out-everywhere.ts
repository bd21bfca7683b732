import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import type { Actor } from './actor';
import { endEverything } from './end-everything';
import { requireSelf } from './require-self';

/**
 * Ends the person's sessions and revokes their access tokens: what an editor that is open there saves from now
 * on is kept as a recovery copy.
 * @param input.here whether this session and its tokens end too
 * @returns how many sessions ended
 * @throws AppError `forbidden`
 */
export async function signOutEverywhere(actor: Actor, input: { here: boolean }): Promise<{ sessions: number }> {
  requireSelf(actor);
  return retryTransient(() =>
    inTransaction(async (tx) => {
      const except = input.here ? null : actor.sessionId;
      const detail = await endEverything(tx, actor.userId, new Date(), except);
      await recordEvent(tx, { action: 'session.end-all', outcome: 'done', actor, detail: { ...detail, ...input } });
      return { sessions: detail.sessions };
    }),
  );
}
