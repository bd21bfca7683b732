import type { Tx } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import type { FoundToken } from './find-token';

/**
 * Makes sure that a token is not revoked, as the first statement of a transaction that makes another one with it; of a
 * child's that has no row yet its parent counts. It changes nothing but holds the row, so that who revokes it either
 * comes first or finds what was made.
 * @throws AppError `token-invalid`
 */
export async function holdToken(tx: Tx, token: Pick<FoundToken, 'id' | 'child'>): Promise<void> {
  const id = token.child?.parentId ?? token.id;
  const { count } = await tx.accessToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: null } });
  if (count === 0) throw new AppError('token-invalid', 'The access token has expired.');
}
