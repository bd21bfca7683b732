import type { Tx } from '@/lib/db/db';

/**
 * Revokes access tokens as part of a transaction, also those that come in while it waits: who makes a token with
 * another one holds the row of that one, and PostgreSQL does not show a statement what was written after it began. When
 * nothing is left all rows are held here, and nobody makes a further one.
 * @param of.session of one session only, or of all but one; tokens of no session are the command line's
 * @returns how many
 */
export async function revokeTokens(
  tx: Tx,
  of: { userId: string; session?: string | { not: string } },
  now: Date,
): Promise<number> {
  const { userId, session } = of;
  // SQL finds no null by "not equal".
  const sessions =
    session === undefined
      ? {}
      : typeof session === 'string'
        ? { sessionId: session }
        : { OR: [{ sessionId: null }, { sessionId: session }] };
  for (let revoked = 0; ; ) {
    const { count } = await tx.accessToken.updateMany({
      where: { userId, ...sessions, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return revoked;
    revoked += count;
  }
}
