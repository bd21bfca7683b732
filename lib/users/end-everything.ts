import type { Tx } from '@/lib/db/db';
import { revokeTokens } from './revoke-tokens';

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
  const of = except === null ? { userId } : { userId, session: { not: except } };
  const { count: sessions } = await tx.session.deleteMany({ where: { userId, ...others } });
  return { sessions, tokens: await revokeTokens(tx, of, now) };
}
