import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import type { FoundToken } from './find-token';
import { hashToken } from './hash-token';
import { holdToken } from './hold-token';
import { newToken } from './new-token';
import { resourceColumns, type TokenResource } from './token-resource';

/** Rows in one INSERT: databases limit the number of values in a statement. */
const atOnce = 500;

/**
 * Token trading (§2.2): a URL that a WOPI answer hands out carries a token of its own for that resource,
 * which expires exactly with the caller's, is for the same kind of client and allows no more than the caller's.
 * @param items resources that the actor was just found to have access to, with whether the actor may
 *   change them now; what a token allows is read anew at every request all the same
 * @param own the caller's token
 * @returns a token for each item, in their order
 * @throws AppError `token-invalid` when the caller's token was revoked meanwhile
 */
export async function tradeTokens(
  actor: Actor,
  items: readonly { resource: TokenResource; canChange: boolean }[],
  own: Pick<FoundToken, 'id' | 'child' | 'expiresAt' | 'client' | 'dialect'>,
): Promise<string[]> {
  const issuedAt = new Date();
  const expiresAt = new Date(own.expiresAt);
  const tokens = items.map(() => newToken());
  const rows = items.map(({ resource, canChange }, index) => ({
    id: newId(),
    tokenHash: hashToken(tokens[index] ?? newToken()),
    userId: actor.userId,
    ...resourceColumns(resource),
    ceiling: actor.ceiling === 'edit' && canChange ? 'edit' : 'view',
    client: own.client,
    dialect: own.dialect,
    sessionId: actor.sessionId,
    issuedAt,
    expiresAt,
  }));
  if (rows.length === 0) return [];
  await retryTransient(() =>
    inTransaction(async (tx) => {
      await holdToken(tx, own);
      for (let from = 0; from < rows.length; from += atOnce) {
        await tx.accessToken.createMany({ data: rows.slice(from, from + atOnce) });
      }
    }),
  );
  return tokens;
}
