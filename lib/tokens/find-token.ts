import { db } from '@/lib/db/db';
import { type Actor, actorOf } from '@/lib/users/actor';
import { hashToken } from './hash-token';
import { type TokenClient, tokenClients } from './issue-token';
import { resourceOf, type TokenResource } from './token-resource';

/** How long after its expiry a token still serves to keep a refused save as a recovery copy. */
export const recoveryGraceMs = 24 * 60 * 60_000;

export type TokenState = 'valid' | 'expired' | 'revoked' | 'long-expired';

export type FoundToken = {
  id: string;
  resource: TokenResource;
  /** the person, with the token's ceiling; whoever holds it writes by hand until a proof says otherwise */
  actor: Actor;
  client: TokenClient;
  /** milliseconds since 1970 */
  expiresAt: number;
  /** the lock session in which it was last used to edit */
  lockSession: string | null;
  state: TokenState;
};

/**
 * Looks an access token up by its hash. The state says whether it still opens anything; a token of a
 * disabled person counts as revoked.
 * @returns null for a text that was never issued
 */
export async function findToken(token: string, address: string | null): Promise<FoundToken | null> {
  if (!/^[0-9A-Za-z]{43,128}$/.test(token)) return null;
  const row = await db().accessToken.findUnique({ where: { tokenHash: hashToken(token) }, include: { user: true } });
  const resource = row && resourceOf(row);
  if (!row || !resource) return null;
  const overdue = Date.now() - row.expiresAt.getTime();
  const client = tokenClients.find((known) => known === row.client) ?? 'document-server';
  const dead = row.revokedAt !== null || row.user.disabledAt !== null;
  return {
    id: row.id,
    resource,
    actor: actorOf(row.user, {
      ceiling: row.ceiling === 'edit' ? 'edit' : 'view',
      writesByHand: true,
      address,
      sessionId: row.sessionId,
    }),
    client,
    expiresAt: row.expiresAt.getTime(),
    lockSession: row.lockSession,
    state: overdue >= recoveryGraceMs ? 'long-expired' : dead ? 'revoked' : overdue >= 0 ? 'expired' : 'valid',
  };
}
