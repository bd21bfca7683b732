import { db } from '@/lib/db/db';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';

/** Which version of a document: by its number, or by its id. */
export type WhichVersion = { number: number } | { id: string };

/**
 * Reads a version's row together with its document, which the actor must be allowed to read now. Autosaves fold
 * into the current version: its content and number may change under the same id. Those of earlier ones never do.
 * @throws AppError `not-found`, also for a version of another document
 */
export async function requireVersion(actor: Actor, input: { documentId: string } & WhichVersion) {
  const document = await requireDocument(actor, input.documentId, 'read');
  return { document, version: await versionOf(document.id, input) };
}

/** A version of a document that the actor was found to have access to. @throws AppError `not-found` */
export async function versionOf(documentId: string, which: WhichVersion) {
  const wanted = 'id' in which ? { id: which.id } : { number: which.number };
  const version = await db().version.findFirst({ where: { documentId, ...wanted } });
  if (!version) throw versionGone();
  return version;
}

/** The refusal for a version that is not kept. */
export function versionGone(): AppError {
  return new AppError('not-found', 'This version is not kept any more. Choose another one.', { reason: 'no-version' });
}
