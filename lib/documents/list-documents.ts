import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';
import { type DocumentListing, listingInclude, toListing } from './document-listing';

/** The condition of what a person finds in their list: their own documents and those shared with them. */
export function whereListed(actor: Actor) {
  return { trashedAt: null, OR: [{ ownerId: actor.userId }, { grants: { some: { userId: actor.userId } } }] };
}

/** All documents that the person owns or that are shared with them, the last changed first. */
export async function listDocuments(actor: Actor): Promise<DocumentListing[]> {
  const rows = await db().document.findMany({
    where: whereListed(actor),
    include: listingInclude(actor),
    orderBy: [{ modifiedAt: 'desc' }, { id: 'asc' }],
  });
  const now = new Date();
  return rows.map((row) => toListing(actor, row, now));
}
