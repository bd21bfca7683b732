import { z } from 'zod';
import type { Sort } from '@/lib/shared/list-sort';

/** Where a list looks. */
export type Scope =
  | { place: 'folder'; folderId: string }
  | { place: 'shared' | 'recent' | 'starred' | 'trash' }
  | { place: 'search'; text: string };

export type ListingQuery = {
  scope: Scope;
  sort: Sort;
  /** only documents of this kind, and no folders */
  kind: string | null;
  /** the `next` of the page before; null for the first page */
  after: string | null;
  /** rows in a page */
  limit: number;
};

/** Where a page ended: the last row's value of the sorted column, and its id. */
export type Cursor = { among: 'folders' | 'documents'; value: string; id: string };

const cursor = z.tuple([z.enum(['folders', 'documents']), z.string().max(2000), z.string().max(60)]);

export function encodeCursor({ among, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([among, value, id])).toString('base64url');
}

/** @returns null for nonsense: the list then begins anew */
export function decodeCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    const [among, value, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { among, value, id };
  } catch {
    return null;
  }
}
