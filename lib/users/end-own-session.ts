import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import type { Actor } from './actor';
import { requireSelf } from './require-self';
import { revokeTokens } from './revoke-tokens';

/**
 * Signs the person out somewhere else, for example on a computer that they no longer have: that session is over
 * at once and its access tokens are revoked, so that what an editor saves there is kept as a recovery copy.
 * @throws AppError `forbidden`, `not-found` when it is no session of theirs (any more)
 */
export async function endOwnSession(actor: Actor, input: { sessionId: string }): Promise<void> {
  requireSelf(actor);
  const { sessionId } = input;
  const gone = () => new AppError('not-found', 'Nobody is signed in there any more.', { reason: 'no-session' });
  if (!isId(sessionId)) throw gone();
  await retryTransient(() =>
    inTransaction(async (tx) => {
      const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: actor.userId } });
      if (count === 0) throw gone();
      const tokens = await revokeTokens(tx, { userId: actor.userId, session: sessionId }, new Date());
      const isHere = sessionId === actor.sessionId;
      await recordEvent(tx, { action: 'session.end', outcome: 'done', actor, detail: { isHere, tokens } });
    }),
  );
}
