import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';
import { sessionLife } from './start-session';
import { attemptLimits } from './take-attempt';

/** Deletes sessions that have run out. @returns how many */
export function forgetSessions(now: Date): Promise<number> {
  const where = {
    OR: [{ expiresAt: { lte: now } }, { seenAt: { lte: new Date(now.getTime() - sessionLife.idleMs) } }],
  };
  return inSmallBatches(async (limit) => (await db().session.deleteMany({ where, limit })).count);
}

/** Deletes tries to sign in that count no more. @returns how many */
export function forgetOldAttempts(now: Date): Promise<number> {
  const where = { at: { lt: new Date(now.getTime() - attemptLimits.windowMs) } };
  return inSmallBatches(async (limit) => (await db().signInAttempt.deleteMany({ where, limit })).count);
}
