import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { hashToken } from './hash-token';
import type { ClientDialect, TokenClient } from './issue-token';
import { newToken } from './new-token';
import { resourceColumns, type TokenResource } from './token-resource';

/** Rows in one INSERT: databases limit the number of values in a statement. */
const atOnce = 500;

/**
 * Token trading (§2.2): a URL that a WOPI answer hands out carries a token of its own for that resource,
 * which expires exactly with the caller's, is for the same kind of client and allows no more than the caller's.
 * @param items resources that the actor was just found to have access to, with whether the actor may
 *   change them now; what a token allows is read anew at every request all the same
 * @param input.expiresAt milliseconds since 1970: the expiry of the caller's token
 * @returns a token for each item, in their order
 */
export async function tradeTokens(
  actor: Actor,
  items: readonly { resource: TokenResource; canChange: boolean }[],
  input: { expiresAt: number; client: TokenClient; dialect: ClientDialect | null },
): Promise<string[]> {
  const issuedAt = new Date();
  const expiresAt = new Date(input.expiresAt);
  const tokens = items.map(() => newToken());
  const rows = items.map(({ resource, canChange }, index) => ({
    id: newId(),
    tokenHash: hashToken(tokens[index] ?? newToken()),
    userId: actor.userId,
    ...resourceColumns(resource),
    ceiling: actor.ceiling === 'edit' && canChange ? 'edit' : 'view',
    client: input.client,
    dialect: input.dialect,
    sessionId: actor.sessionId,
    issuedAt,
    expiresAt,
  }));
  for (let from = 0; from < rows.length; from += atOnce) {
    await db().accessToken.createMany({ data: rows.slice(from, from + atOnce) });
  }
  return tokens;
}
