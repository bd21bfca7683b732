import { z } from 'zod';
import { db } from '@/lib/db/db';
import { rawSql, sql } from '@/lib/db/sql';
import type { Actor } from '@/lib/users/actor';
import { documentOrder, documentScope, orderedSource } from './document-rows';
import { folderOrder, folderScope, folderSource, hasFolders } from './folder-rows';
import { afterCursor, cursorValue, orderBy } from './keyset';
import { type Cursor, decodeCursor, encodeCursor, type ListingQuery, type Scope } from './listing-query';

const value = z.union([z.string(), z.number(), z.bigint(), z.date()]);
const rows = z.array(z.object({ id: z.string(), value }));

/** Some of what a list shows: which, and what the rest is asked with. */
export type ListedIds = { kind: 'folder' | 'document'; ids: string[]; next: string | null };

/**
 * The ids of everything in a list, a page at a time: folders first, then documents. For a folder the caller has made
 * sure that the actor may read it.
 * @param input.before what came into being, or into the trash, after this moment is left out
 */
export async function listedIds(
  actor: Actor,
  input: { scope: Scope; kind: string | null; after: string | null; before: Date; limit: number },
): Promise<ListedIds> {
  const query: ListingQuery = { ...input, sort: { column: 'name', direction: 'ascending' } };
  const cursor = decodeCursor(input.after);
  if (cursor?.among !== 'documents' && hasFolders(query)) {
    const found = await folderPage(actor, query, { cursor, before: input.before });
    const next = found.at(-1) ?? { id: '', value: '' };
    const isLast = found.length < input.limit;
    // The documents begin where a cursor that is before all of them stands.
    const after = isLast ? firstDocument : encodeCursor({ among: 'folders', ...next });
    return { kind: 'folder', ids: found.map(({ id }) => id), next: after };
  }
  const found = await documentPage(actor, query, { cursor: cursor?.id ? cursor : null, before: input.before });
  const last = found.at(-1);
  const isMore = last && found.length === input.limit;
  const next = isMore ? encodeCursor({ among: 'documents', ...last }) : null;
  return { kind: 'document', ids: found.map(({ id }) => id), next };
}

const firstDocument = encodeCursor({ among: 'documents', value: '', id: '' });

type Part = { cursor: Cursor | null; before: Date };

async function folderPage(actor: Actor, query: ListingQuery, { cursor, before }: Part) {
  const order = folderOrder(query);
  const since = rawSql(query.scope.place === 'trash' ? 'f."trashedAt"' : 'f."createdAt"');
  const raw = await db().$queryRaw(sql`
    SELECT f."id", ${rawSql(order.by)} AS "value" ${folderSource(actor)}
     WHERE ${folderScope(actor, query.scope)} AND f."rootOfId" IS NULL AND ${since} <= ${before}
     ${afterCursor(order, cursor)} ${orderBy(order)} LIMIT ${query.limit}`);
  return parsed(raw, order.type);
}

async function documentPage(actor: Actor, query: ListingQuery, { cursor, before }: Part) {
  const order = documentOrder(query);
  const since = rawSql(query.scope.place === 'trash' ? 'd."trashedAt"' : 'd."createdAt"');
  const raw = await db().$queryRaw(sql`
    SELECT d."id", ${rawSql(order.by)} AS "value" ${orderedSource(actor, query)}
     WHERE ${documentScope(actor, query)} AND ${since} <= ${before}
     ${afterCursor(order, cursor)} ${orderBy(order)} LIMIT ${query.limit}`);
  return parsed(raw, order.type);
}

function parsed(raw: unknown, type: 'text' | 'time' | 'number') {
  return rows.parse(raw).map(({ id, value }) => {
    const isTime = type === 'time' && !(value instanceof Date);
    return { id, value: cursorValue(isTime ? new Date(String(value)) : value) };
  });
}
