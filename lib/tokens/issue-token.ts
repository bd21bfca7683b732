import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { holdSession } from '@/lib/users/hold-session';
import { requireVersion } from '@/lib/versions/require-version';
import { hashToken } from './hash-token';
import { newToken } from './new-token';
import { resourceColumns, type TokenResource } from './token-resource';

/** Lifetime of a token that a host page or the command line starts: 10 hours, as ONLYOFFICE and Microsoft advise. */
export const tokenLifetimeMs = 10 * 60 * 60_000;

export type Ceiling = 'view' | 'edit';

/**
 * The kind of client that a token is for. One of the built-in client works only together with the session of
 * the person it was issued to, and carries no proof; every other client signs where discovery publishes keys.
 * `operator` is what the command line issues for tools.
 */
export const tokenClients = ['document-server', 'built-in', 'operator'] as const;
export type TokenClient = (typeof tokenClients)[number];

/** Document Servers that have to be told things in their own way; known from discovery, never from a request. */
export type ClientDialect = 'onlyoffice';

/**
 * The right that editing with a client takes. A Document Server that proves its requests keeps commenters and
 * reviewers to what they may; the built-in client is their own browser, which writes what it is told, and so may
 * anybody be whose requests prove nothing.
 * @param isProven whether requests of Document Servers have to prove where they come from
 */
export function rightToEdit(client: TokenClient, isProven: boolean): 'save' | 'edit' {
  return client === 'document-server' && isProven ? 'save' : 'edit';
}

/**
 * Issues an access token for one person and one document. An edit token is given only to who may save;
 * what it allows is read anew at every request, and never more than `ceiling`.
 * @param input.isProven whether requests of Document Servers have to prove where they come from; not unless told
 * @param input.dialect of the Document Server that it is for
 * @param input.lifetimeMs milliseconds; {@link tokenLifetimeMs} unless told
 * @returns the token, and its expiry in milliseconds since 1970 (`access_token_ttl`)
 * @throws AppError `not-found`, `not-signed-in` when the actor's session has ended meanwhile
 */
export async function issueToken(
  actor: Actor,
  input: {
    documentId: string;
    ceiling: Ceiling;
    client: TokenClient;
    isProven?: boolean;
    dialect?: ClientDialect | null;
    lifetimeMs?: number;
  },
): Promise<{ token: string; expiresAt: number }> {
  const { ceiling, client, isProven = false, dialect = null, lifetimeMs } = input;
  const right = ceiling === 'view' ? 'read' : rightToEdit(client, isProven);
  const document = await requireDocument(actor, input.documentId, right);
  const resource = { kind: 'file' as const, documentId: document.id };
  return keepToken(actor, { resource, ceiling, client, dialect, lifetimeMs });
}

/**
 * Issues an access token that shows one earlier version and never does more. Its resource has the version's own
 * id, which names the same bytes for ever: editors keep what they once fetched under such a name. The current
 * version has no such id, since autosaves fold into it.
 * @param input.number the number of the version
 * @throws AppError `not-found` (also a version that is not kept), `invalid-request` (it is the current one),
 *   `not-signed-in`
 */
export async function issueVersionToken(
  actor: Actor,
  input: { documentId: string; number: number; client: TokenClient; dialect?: ClientDialect | null },
): Promise<{ token: string; expiresAt: number; version: { id: string; number: number; savedAt: Date } }> {
  const { client, dialect = null, ...wanted } = input;
  const { document, version } = await requireVersion(actor, wanted);
  if (version.number >= document.version) {
    throw new AppError('invalid-request', 'This is the current version. Open the document itself.', {
      reason: 'current-version',
    });
  }
  const resource = { kind: 'version' as const, documentId: document.id, versionId: version.id };
  const issued = await keepToken(actor, { resource, ceiling: 'view', client, dialect });
  return { ...issued, version: { id: version.id, number: version.number, savedAt: version.createdAt } };
}

async function keepToken(
  actor: Actor,
  input: {
    resource: TokenResource;
    ceiling: Ceiling;
    client: TokenClient;
    dialect: ClientDialect | null;
    lifetimeMs?: number | undefined;
  },
): Promise<{ token: string; expiresAt: number }> {
  const now = new Date();
  const expiresAt = now.getTime() + (input.lifetimeMs ?? tokenLifetimeMs);
  return retryTransient(() =>
    inTransaction(async (tx) => {
      await holdSession(tx, actor);
      const token = newToken();
      await tx.accessToken.create({
        data: {
          id: newId(),
          tokenHash: hashToken(token),
          userId: actor.userId,
          ...resourceColumns(input.resource),
          ceiling: input.ceiling,
          client: input.client,
          dialect: input.dialect,
          sessionId: actor.sessionId,
          issuedAt: now,
          expiresAt: new Date(expiresAt),
        },
      });
      return { token, expiresAt };
    }),
  );
}
