import type { Tx } from '@/lib/db/db';

/**
 * Ends all sessions of a person and revokes all access tokens, as part of a transaction.
 * @param except a session that goes on, with the tokens that were issued in it
 */
export async function endEverything(
  tx: Tx,
  userId: string,
  now: Date,
  except: string | null = null,
): Promise<{ sessions: number; tokens: number }> {
  const others = except === null ? {} : { id: { not: except } };
  // A token of no session is of the command line. SQL finds no null by "not equal".
  const theirs = except === null ? {} : { OR: [{ sessionId: null }, { sessionId: { not: except } }] };
  const { count: sessions } = await tx.session.deleteMany({ where: { userId, ...others } });
  const { count: tokens } = await tx.accessToken.updateMany({
    where: { userId, revokedAt: null, ...theirs },
    data: { revokedAt: now },
  });
  return { sessions, tokens };
}
