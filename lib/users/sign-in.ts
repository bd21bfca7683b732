import { recordEvent } from '@/lib/audit/record-event';
import { recordOnceAMinute } from '@/lib/audit/record-once-a-minute';
import { db } from '@/lib/db/db';
import { retryTransient } from '@/lib/db/retry-transient';
import { addressKey } from './address-key';
import { emailKey } from './email-key';
import { forgetAttempts } from './forget-attempts';
import { passwordLength } from './hash-password';
import { startSession } from './start-session';
import { takeAttempt, type UsedUp } from './take-attempt';
import { verifyPassword } from './verify-password';

export type SignInResult =
  | { kind: 'signed-in'; userId: string; name: string; email: string; sessionId: string }
  /** unknown address, wrong password or disabled account: nobody outside can tell which */
  | { kind: 'wrong' }
  | { kind: 'too-many' };

/**
 * Signs a person in with e-mail address and password, and starts a session. At most 10 tries an account and
 * address and 100 an address in 15 minutes, counted in the database before anything is hashed, so that the
 * limit holds over all instances. From another address the same person still gets in.
 * @param input.address the client's address, null where it cannot be known: then the account's limit alone counts
 * @throws AppError `unavailable` when too many sign in at the same moment
 */
export async function signIn(input: {
  email: string;
  password: string;
  address: string | null;
  userAgent: string | null;
}): Promise<SignInResult> {
  const { password, address } = input;
  const accountKey = emailKey(input.email);
  // No account can have these, which is no secret.
  if (accountKey === null || password === '' || [...password].length > passwordLength.max) return { kind: 'wrong' };

  const attempt = await takeAttempt({ accountKey, address });
  if (typeof attempt === 'string') {
    await noteTooMany(attempt, { accountKey, address });
    return { kind: 'too-many' };
  }

  const person = await retryTransient(() => db().user.findUnique({ where: { emailKey: accountKey } }));
  const passwordHash = person?.passwordHash ?? null;
  const isRight = await verifyPassword(passwordHash, password);
  const sessionId =
    person && passwordHash !== null && isRight
      ? await retryTransient(() => startSession(person, { passwordHash, address, userAgent: input.userAgent }))
      : null;
  if (!person || sessionId === null) {
    // The address is not written down for an unknown account: people type their password there.
    const detail = person ? { userId: person.id, isDisabled: person.disabledAt !== null } : { userId: null };
    await retryTransient(() => recordEvent(db(), { action: 'session.refuse', outcome: 'refused', address, detail }));
    return { kind: 'wrong' };
  }
  await forgetAttempts(attempt);
  return { kind: 'signed-in', userId: person.id, name: person.name, email: person.email, sessionId };
}

/** In the audit trail once a minute for an address and an account that there is: anybody can make up other accounts. */
async function noteTooMany(used: UsedUp, who: { accountKey: string; address: string | null }): Promise<void> {
  const { accountKey, address } = who;
  const person =
    used === 'account'
      ? await retryTransient(() => db().user.findUnique({ where: { emailKey: accountKey }, select: { id: true } }))
      : null;
  const detail = { userId: person?.id ?? null, reason: 'too-many-tries' };
  const about = `${person?.id ?? ''} ${addressKey(address ?? '')}`;
  await recordOnceAMinute({ action: 'session.refuse', address, detail }, about);
}
