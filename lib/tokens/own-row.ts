import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import type { FoundToken } from './find-token';
import { holdToken } from './hold-token';
import { resourceColumns } from './token-resource';

/**
 * The id of a token's row. A child's token has none until something has to be kept with it (a lock session, a save, a
 * list of its own children): then it gets one, which names its parent and goes with it. Of several requests at once
 * one makes it, and all find the same.
 * @throws AppError `token-invalid` when its parent was revoked meanwhile
 */
export async function ownRow(token: FoundToken): Promise<string> {
  const { child } = token;
  if (!child) return token.id;
  const { tokenHash, parentId } = child;
  return retryTransient(() =>
    inTransaction(async (tx) => {
      await holdToken(tx, token);
      const row = await tx.accessToken.upsert({
        where: { tokenHash },
        create: {
          id: token.id,
          tokenHash,
          parentId,
          userId: token.actor.userId,
          ...resourceColumns(token.resource),
          ceiling: token.actor.ceiling,
          client: token.client,
          dialect: token.dialect,
          sessionId: token.actor.sessionId,
          issuedAt: new Date(),
          expiresAt: new Date(token.expiresAt),
        },
        update: {},
      });
      return row.id;
    }),
  );
}
