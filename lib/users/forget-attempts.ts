import { db } from '@/lib/db/db';
import { retryTransient } from '@/lib/db/retry-transient';
import { type Attempt, attemptLimits } from './take-attempt';

/** After the right password: the tries of this account and address count no more, and old ones of all go. */
export async function forgetAttempts(attempt: Attempt): Promise<void> {
  const { accountKey, address } = attempt;
  const old = new Date(Date.now() - attemptLimits.windowMs);
  await retryTransient(() =>
    db().signInAttempt.deleteMany({ where: { OR: [{ accountKey, address }, { at: { lt: old } }] } }),
  );
}
