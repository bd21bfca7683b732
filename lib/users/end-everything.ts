import type { Tx } from '@/lib/db/db';

/** Ends all sessions of a person and revokes all access tokens, as part of a transaction. */
export async function endEverything(tx: Tx, userId: string, now: Date): Promise<{ sessions: number; tokens: number }> {
  const { count: sessions } = await tx.session.deleteMany({ where: { userId } });
  const { count: tokens } = await tx.accessToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now },
  });
  return { sessions, tokens };
}
