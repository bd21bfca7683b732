import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';
import { recoveryGraceMs } from './find-token';

/** How long a token's row stays behind its end: as long as a late save may still be kept for it, and a little longer. */
export const tokenKeptMs = recoveryGraceMs + 60 * 60_000;

/** Deletes the rows of access tokens that ended more than 25 hours ago. @returns how many */
export function forgetTokens(now: Date): Promise<number> {
  const expiresAt = { lt: new Date(now.getTime() - tokenKeptMs) };
  return inSmallBatches(async (limit) => (await db().accessToken.deleteMany({ where: { expiresAt }, limit })).count);
}
