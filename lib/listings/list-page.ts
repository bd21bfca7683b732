import { createHash } from 'node:crypto';
import { type FolderRights, folderRightsFor } from '@/lib/shares/folder-rights';
import type { Actor } from '@/lib/users/actor';
import { documentRows, orderValue } from './document-rows';
import { type FolderListRow, folderOrderValue, folderRows, hasFolders } from './folder-rows';
import { cursorValue } from './keyset';
import { type ListedDocument, listedDocuments } from './listed-document';
import { type Cursor, decodeCursor, encodeCursor, type ListingQuery } from './listing-query';
import { pageExtras } from './page-extras';

/** A folder as lists show it. Times in ISO 8601. */
export type ListedFolder = {
  id: string;
  name: string;
  /** null for a root folder */
  parentId: string | null;
  /** how many documents and folders lie in it; counted up to 1000 */
  items: number;
  changedAt: string;
  trashedAt: string | null;
  isStarred: boolean;
  rights: FolderRights;
};

export type ListingPage = {
  folders: ListedFolder[];
  documents: ListedDocument[];
  /** how many there are in all */
  total: { folders: number; documents: number };
  /** what the next page is asked with; null on the last */
  next: string | null;
  /** changes whenever the page would look different */
  state: string;
};

/**
 * One page of a list: folders first, then documents. Three statements, however much there is. For a folder the caller has made sure that the actor may read it.
 */
export async function listPage(actor: Actor, query: ListingQuery): Promise<ListingPage> {
  const cursor = decodeCursor(query.after);
  const folders = await folderPart(actor, query, cursor);
  const room = query.limit - folders.rows.length;
  const documents = folders.hasMore
    ? { rows: [], hasMore: true }
    : await documentPart(actor, query, cursor?.among === 'documents' ? cursor : null, room);
  const now = new Date();
  const extras = await pageExtras(actor, query, documents.rows, now);
  const page = {
    folders: folders.rows.map((row) => toFolder(actor, row)),
    documents: listedDocuments(actor, documents.rows, extras, now),
    total: extras.total,
    next: folders.hasMore || documents.hasMore ? encodeCursor(lastOf(query, folders.rows, documents.rows)) : null,
  };
  return { ...page, state: createHash('sha256').update(JSON.stringify(page)).digest('base64url').slice(0, 22) };
}

async function folderPart(actor: Actor, query: ListingQuery, cursor: Cursor | null) {
  if (cursor?.among === 'documents' || !hasFolders(query)) return { rows: [], hasMore: false };
  const rows = await folderRows(actor, query, { cursor, limit: query.limit + 1 });
  return { rows: rows.slice(0, query.limit), hasMore: rows.length > query.limit };
}

async function documentPart(actor: Actor, query: ListingQuery, cursor: Cursor | null, room: number) {
  const rows = await documentRows(actor, query, { cursor, limit: room + 1 });
  return { rows: rows.slice(0, room), hasMore: rows.length > room };
}

function lastOf(
  query: ListingQuery,
  folders: readonly FolderListRow[],
  documents: Awaited<ReturnType<typeof documentRows>>,
): Cursor {
  const document = documents.at(-1);
  if (document) return { among: 'documents', value: cursorValue(orderValue(document, query)), id: document.id };
  const folder = folders.at(-1);
  if (folder) return { among: 'folders', value: cursorValue(folderOrderValue(folder, query.scope)), id: folder.id };
  return { among: 'folders', value: '', id: '' };
}

function toFolder(actor: Actor, row: FolderListRow): ListedFolder {
  return {
    id: row.id,
    name: row.name,
    parentId: row.parentId,
    items: row.items,
    changedAt: row.changedAt.toISOString(),
    trashedAt: row.trashedAt?.toISOString() ?? null,
    isStarred: row.isStarred,
    rights: folderRightsFor(actor, row),
  };
}
