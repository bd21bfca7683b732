import { z } from 'zod';
import { db } from '@/lib/db/db';
import { rawSql, type Sql, sql } from '@/lib/db/sql';
import type { Actor } from '@/lib/users/actor';
import { nameContains } from './document-rows';
import { afterCursor, type Order, orderBy } from './keyset';
import type { Cursor, ListingQuery, Scope } from './listing-query';

const time = z.coerce.date();

const rows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    ownerId: z.string(),
    parentId: z.string().nullable(),
    rootOfId: z.string().nullable(),
    changedAt: time,
    trashedAt: time.nullable(),
    sortName: z.string(),
    isStarred: z.coerce.number().transform((n) => n > 0),
    items: z.coerce.number(),
  }),
);
export type FolderListRow = z.infer<typeof rows>[number];

/** Folders go by name; the direction follows when the list does so too. In the trash they go by when. */
export function folderOrder({ scope, sort }: ListingQuery): Order {
  const id = 'f."id"';
  if (scope.place === 'trash') return { by: 'f."trashedAt"', type: 'time', direction: 'descending', id };
  const direction = sort.column === 'name' ? sort.direction : 'ascending';
  return { by: 'f."sortName"', type: 'text', direction, id };
}

/** The value that a row is ordered by. */
export function folderOrderValue(row: FolderListRow, scope: Scope): string | Date {
  return scope.place === 'trash' ? (row.trashedAt ?? row.changedAt) : row.sortName;
}

/** Whether a list has folders at all. */
export function hasFolders({ scope, kind }: ListingQuery): boolean {
  return kind === null && scope.place !== 'shared' && scope.place !== 'recent';
}

/** One page of folders in one statement: the person's own only. */
export async function folderRows(
  actor: Actor,
  query: ListingQuery,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<FolderListRow[]> {
  const order = folderOrder(query);
  const raw = await db().$queryRaw(sql`
    SELECT f."id", f."name", f."ownerId", f."parentId", f."rootOfId", f."changedAt", f."trashedAt", f."sortName",
           CASE WHEN s."id" IS NULL THEN 0 ELSE 1 END AS "isStarred",
           ${countedUpTo(sql`SELECT 1 FROM "Document" i WHERE i."folderId" = f."id" AND i."trashedAt" IS NULL`)}
           + ${countedUpTo(sql`SELECT 1 FROM "Folder" i WHERE i."parentId" = f."id" AND i."trashedAt" IS NULL`)} AS "items"
      ${folderSource(actor)} WHERE ${folderScope(actor, query.scope)}
      ${afterCursor(order, cursor)} ${orderBy(order)} LIMIT ${limit}`);
  return rows.parse(raw);
}

/** Counts no further than this, so that a list of very full folders stays quick. */
export const mostItemsCounted = 1000;

function countedUpTo(rowsOf: Sql): Sql {
  return sql`(SELECT COUNT(*) FROM (${rowsOf} LIMIT ${mostItemsCounted}) AS counted)`;
}

/** Which folders a list counts, as a statement that gives one number. */
export function folderCount(actor: Actor, query: ListingQuery): Sql {
  if (!hasFolders(query)) return rawSql('0');
  return sql`(SELECT COUNT(*) ${folderSource(actor)} WHERE ${folderScope(actor, query.scope)})`;
}

export function folderSource(actor: Actor): Sql {
  return sql`FROM "Folder" f LEFT JOIN "Star" s ON s."folderId" = f."id" AND s."userId" = ${actor.userId}`;
}

export function folderScope(actor: Actor, scope: Scope): Sql {
  const mine = sql`f."ownerId" = ${actor.userId}`;
  const live = sql`${mine} AND f."trashedAt" IS NULL`;
  switch (scope.place) {
    case 'folder':
      return sql`${live} AND f."parentId" = ${scope.folderId}`;
    case 'starred':
      return sql`${live} AND s."id" IS NOT NULL`;
    case 'search':
      return sql`${live} AND f."rootOfId" IS NULL AND ${nameContains('f', scope.text)}`;
    case 'trash':
      return sql`${mine} AND f."trashedAt" IS NOT NULL AND f."trashedWithId" IS NULL`;
    default:
      return rawSql('1 = 0');
  }
}
