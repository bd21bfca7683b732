import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { AppError } from '@/lib/errors';
import type { Actor } from './actor';
import { emailKey } from './email-key';
import { endEverything } from './end-everything';
import { forgetAttempts } from './forget-attempts';
import { hashPassword, passwordLength } from './hash-password';
import { requireSelf } from './require-self';
import { takeAttempt } from './take-attempt';
import { verifyPassword } from './verify-password';

/**
 * Gives the person a new password. The old one is asked for, so that somebody who found an open browser cannot
 * take the account over, and guessing it here is limited as at sign-in. All other sessions of the person end, and their access
 * tokens are revoked: a password is changed when somebody else may know it.
 * @throws AppError `wrong-password`, `too-many-tries`, `invalid-request` (new password too short or too long),
 *   `forbidden` (an actor who may only view), `not-signed-in` (the account has gone), `unavailable` under load
 */
export async function changePassword(actor: Actor, input: { oldPassword: string; newPassword: string }): Promise<void> {
  requireSelf(actor);
  const attempt = await takeAttempt({ accountKey: emailKey(actor.email) ?? actor.userId, address: actor.address });
  if (typeof attempt === 'string') {
    throw new AppError('too-many-tries', 'That was the wrong password too often. Try again in 15 minutes.');
  }
  const person = await db().user.findUnique({ where: { id: actor.userId } });
  if (!person || person.disabledAt !== null) throw new AppError('not-signed-in', 'You are signed out. Sign in again.');
  const isShortEnough = [...input.oldPassword].length <= passwordLength.max;
  if (!isShortEnough || !(await verifyPassword(person.passwordHash, input.oldPassword))) {
    await recordEvent(db(), { action: 'user.change-password', outcome: 'refused', actor });
    throw wrongPassword();
  }
  await forgetAttempts(attempt);
  const passwordHash = await hashPassword(input.newPassword);
  await inTransaction(async (tx) => {
    // Of two changes at once one wins; the other was made with a password that is not the old one any more.
    const { count } = await tx.user.updateMany({
      where: { id: person.id, passwordHash: person.passwordHash, disabledAt: null },
      data: { passwordHash },
    });
    if (count === 0) throw wrongPassword();
    const ended = await endEverything(tx, person.id, new Date(), actor.sessionId);
    const detail = { endedSessions: ended.sessions, revokedTokens: ended.tokens };
    await recordEvent(tx, { action: 'user.change-password', outcome: 'done', actor, detail });
  });
}

function wrongPassword(): AppError {
  return new AppError('wrong-password', 'That is not your current password. Try again.');
}
