import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { type DocumentListing, listingInclude, toListing } from './document-listing';
import { requireDocument } from './require-document';

export type DocumentView = DocumentListing & { version: number; copiedFromId: string | null; folderId: string };

/**
 * One document as a page shows it.
 * @throws AppError `not-found`
 */
export async function findDocument(actor: Actor, documentId: string): Promise<DocumentView> {
  const { id } = await requireDocument(actor, documentId, 'read');
  const row = await db().document.findUnique({ where: { id }, include: listingInclude(actor) });
  if (!row) throw new AppError('not-found', 'This document does not exist any more.');
  return {
    ...toListing(actor, row, new Date()),
    version: row.version,
    copiedFromId: row.copiedFromId,
    folderId: row.folderId,
  };
}
