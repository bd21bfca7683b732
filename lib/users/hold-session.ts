import type { Tx } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import type { Actor } from './actor';

/**
 * Makes sure that the actor's session is not over, as the first statement of a transaction. It changes nothing but holds
 * the session's row: who ends the session either comes first, then this finds no row, or afterwards, and then finds what
 * the transaction has written. A person who is disabled has no sessions; for an actor of no session, which is the
 * command line's, the account counts.
 * @throws AppError `not-signed-in`
 */
export async function holdSession(tx: Tx, actor: Actor): Promise<void> {
  const { userId, sessionId } = actor;
  const { count } =
    sessionId === null
      ? await tx.user.updateMany({ where: { id: userId, disabledAt: null }, data: { disabledAt: null } })
      : await tx.session.updateMany({ where: { id: sessionId, userId }, data: { userId } });
  if (count === 0) throw new AppError('not-signed-in', 'You are signed out. Sign in again.');
}
