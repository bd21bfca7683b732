import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import { can } from '@/lib/shares/can';
import type { Rights } from '@/lib/shares/rights';
import type { Actor } from '@/lib/users/actor';
import { deniedDocument } from './denied-document';

/** What is read with a document's row: the actor's grant, and the names that refusals need. */
export function documentParts(actor: Actor) {
  return {
    grants: { where: { userId: actor.userId } },
    owner: { select: { id: true, name: true } },
    lockedBy: { select: { id: true, name: true } },
  };
}

/**
 * Reads a document's row together with the actor's grant and makes sure that the actor has the right.
 * A document that is missing and one that is not shared look the same, so that nobody learns of it.
 * @throws AppError `not-found`
 */
export async function requireDocument(actor: Actor, documentId: string, right: keyof Rights) {
  const document = isId(documentId)
    ? await db().document.findUnique({ where: { id: documentId }, include: documentParts(actor) })
    : null;
  if (!document || !can(actor, right, document)) throw refusedDocument(actor, document, right);
  return document;
}

/** A document's row as {@link requireDocument} reads it. */
export type DocumentRow = Awaited<ReturnType<typeof requireDocument>>;

/** The refusal of a document that is missing (null) or not shared. */
export function refusedDocument(
  actor: Actor,
  document: { id: string; name: string; trashedAt: Date | null } | null,
  right: keyof Rights,
): AppError {
  const refusal = new AppError('not-found', 'This document does not exist, or it is not shared with you.', {
    reason: 'no-document',
  });
  return document && !document.trashedAt ? deniedDocument(refusal, actor, document, right) : refusal;
}
