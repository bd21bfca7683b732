import { db } from '@/lib/db/db';
import { requireDocument } from '@/lib/documents/require-document';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { hashToken } from './hash-token';
import { newToken } from './new-token';
import { resourceColumns } from './token-resource';

/** Lifetime of a token that a host page or the command line starts: 10 hours, as ONLYOFFICE and Microsoft advise. */
export const tokenLifetimeMs = 10 * 60 * 60_000;

export type Ceiling = 'view' | 'edit';

/**
 * Issues an access token for one person and one document. An edit token is given only to who may save;
 * what it allows is read anew at every request, and never more than `ceiling`.
 * @returns the token, and its expiry in milliseconds since 1970 (`access_token_ttl`)
 * @throws AppError `not-found`
 */
export async function issueToken(
  actor: Actor,
  input: { documentId: string; ceiling: Ceiling; client: 'document-server' | 'built-in' },
): Promise<{ token: string; expiresAt: number }> {
  const document = await requireDocument(actor, input.documentId, input.ceiling === 'edit' ? 'save' : 'read');
  const token = newToken();
  const now = new Date();
  const expiresAt = now.getTime() + tokenLifetimeMs;
  await db().accessToken.create({
    data: {
      id: newId(),
      tokenHash: hashToken(token),
      userId: actor.userId,
      ...resourceColumns({ kind: 'file', documentId: document.id }),
      ceiling: input.ceiling,
      client: input.client,
      sessionId: actor.sessionId,
      issuedAt: now,
      expiresAt: new Date(expiresAt),
    },
  });
  return { token, expiresAt };
}
