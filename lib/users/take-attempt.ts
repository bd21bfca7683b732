import { db } from '@/lib/db/db';
import { retryTransient } from '@/lib/db/retry-transient';
import { newId } from '@/lib/shared/new-id';
import { addressKey } from './address-key';

/** How many passwords may be tried within a quarter of an hour. */
export const attemptLimits = { windowMs: 15 * 60_000, perAccountAndAddress: 10, perAddress: 100 };

/** Stands for every client whose address cannot be known: their tries count for the account alone. */
const unknownAddress = '';

export type Attempt = { accountKey: string; address: string };
/** Whose tries are used up: those of the account from that address, or of the address for all accounts. */
export type UsedUp = 'account' | 'address';

/**
 * Takes one of the tries that an account and an address have left, before any password is hashed.
 *
 * The row is written first and counted afterwards: of tries at the same moment, on whatever instance, none can
 * miss the others, so never more than the limit pass. A try that is refused leaves no row: the wait ends a
 * quarter of an hour after the last password that was really tried, and a flood does not fill the table.
 * @param who.address the client's address, null where it cannot be known
 * @returns the attempt, to be handed to `forgetAttempts` if the password was right; or whose tries
 *   are used up
 */
export async function takeAttempt(who: { accountKey: string; address: string | null }): Promise<Attempt | UsedUp> {
  const attempt = {
    accountKey: who.accountKey,
    address: who.address === null ? unknownAddress : addressKey(who.address),
  };
  const before = await retryTransient(() => usedUp(attempt, 1));
  if (before) return before;
  const id = newId();
  await retryTransient(() =>
    db().signInAttempt.upsert({ where: { id }, create: { id, ...attempt, at: new Date() }, update: {} }),
  );
  const after = await retryTransient(() => usedUp(attempt, 0));
  if (!after) return attempt;
  await retryTransient(() => db().signInAttempt.deleteMany({ where: { id } }));
  return after;
}

/** Whose tries on record and `more` would be too many, or null. */
async function usedUp(attempt: Attempt, more: number): Promise<UsedUp | null> {
  const at = { gt: new Date(Date.now() - attemptLimits.windowMs) };
  const forBoth = await db().signInAttempt.count({ where: { ...attempt, at } });
  if (forBoth + more > attemptLimits.perAccountAndAddress) return 'account';
  if (attempt.address === unknownAddress) return null;
  const forAddress = await db().signInAttempt.count({ where: { address: attempt.address, at } });
  return forAddress + more > attemptLimits.perAddress ? 'address' : null;
}
