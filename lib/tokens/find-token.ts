import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import { type Actor, actorOf } from '@/lib/users/actor';
import { isChildToken, readChildToken } from './child-token';
import { hashToken } from './hash-token';
import { type ClientDialect, type TokenClient, tokenClients } from './issue-token';
import { type NamedResource, resourceNamed, resourceOf, type TokenResource } from './token-resource';

/** How long after its expiry a token still serves to keep a refused save as a recovery copy. */
export const recoveryGraceMs = 24 * 60 * 60_000;

export type TokenState = 'valid' | 'expired' | 'revoked' | 'long-expired';

export type FoundToken = {
  /** of its row; of a child's token that has none yet, the id that it will have, see ownRow() */
  id: string;
  /** set for a child's token that has no row yet */
  child: { tokenHash: string; parentId: string } | null;
  resource: TokenResource;
  /** the person, with the token's ceiling; whoever holds it writes by hand until a proof says otherwise */
  actor: Actor;
  client: TokenClient;
  /** of the Document Server that it was issued for */
  dialect: ClientDialect | null;
  /** milliseconds since 1970 */
  expiresAt: number;
  /** the lock session in which it was last used to edit */
  lockSession: string | null;
  state: TokenState;
};

/**
 * Looks an access token up by its hash; that of a child in a list, which has no row of its own yet, by its parent's. The
 * state says whether it still opens anything; a token of a disabled person counts as revoked, and a child's is never
 * better than its parent's.
 * @param named what the request names: a child's token is recognised with it alone
 * @returns null for a text that was never issued
 */
export async function findToken(
  token: string,
  address: string | null,
  named: NamedResource | null = null,
): Promise<FoundToken | null> {
  if (!/^[0-9A-Za-z]{43,128}$/.test(token)) return null;
  const tokenHash = hashToken(token);
  const row = await readRow({ tokenHash });
  if (row) return foundToken(row, address);
  const child = readChildToken(token);
  if (!child || !named) return null;
  const parent = await readRow({ id: child.parentId });
  const found = parent && foundToken(parent, address);
  if (!found || !isChildToken(token, { ...child, named, client: found.client })) return null;
  return {
    ...found,
    id: newId(),
    child: { tokenHash, parentId: child.parentId },
    resource: resourceNamed(named),
    actor: { ...found.actor, ceiling: child.ceiling },
    lockSession: null,
  };
}

function readRow(where: { tokenHash: string } | { id: string }) {
  return db().accessToken.findUnique({
    where,
    include: { user: true, parent: { select: { revokedAt: true } } },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function foundToken(row: Row, address: string | null): FoundToken | null {
  const resource = resourceOf(row);
  if (!resource) return null;
  const overdue = Date.now() - row.expiresAt.getTime();
  const client = tokenClients.find((known) => known === row.client) ?? 'document-server';
  const dead = row.revokedAt !== null || row.user.disabledAt !== null || (row.parent?.revokedAt ?? null) !== null;
  return {
    id: row.id,
    child: null,
    resource,
    actor: actorOf(row.user, {
      ceiling: row.ceiling === 'edit' ? 'edit' : 'view',
      writesByHand: true,
      address,
      sessionId: row.sessionId,
    }),
    client,
    dialect: row.dialect === 'onlyoffice' ? row.dialect : null,
    expiresAt: row.expiresAt.getTime(),
    lockSession: row.lockSession,
    state: overdue >= recoveryGraceMs ? 'long-expired' : dead ? 'revoked' : overdue >= 0 ? 'expired' : 'valid',
  };
}
