import { z } from 'zod';
import { dialect } from '@/lib/db/adapter';
import { db } from '@/lib/db/db';
import { noSql, rawSql, type Sql, sql } from '@/lib/db/sql';
import type { SortColumn } from '@/lib/shared/list-sort';
import { searchKey } from '@/lib/shared/name-columns';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import type { Actor } from '@/lib/users/actor';
import { afterCursor, type Order, orderBy } from './keyset';
import type { Cursor, ListingQuery, Scope } from './listing-query';

const time = z.coerce.date();

const rows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    folderId: z.string(),
    size: z.coerce.bigint(),
    version: z.coerce.number(),
    modifiedAt: time,
    ownerId: z.string(),
    ownerName: z.string(),
    trashedAt: time.nullable(),
    copyForbidden: z.coerce.boolean(),
    sortName: z.string(),
    lockId: z.string().nullable(),
    lockExpiresAt: time.nullable(),
    lockSession: z.string().nullable(),
    editorId: z.string().nullable(),
    editorName: z.string().nullable(),
    role: z.string().nullable(),
    isStarred: z.coerce.number().transform((n) => n > 0),
    visitedAt: time.nullable(),
    waiting: z.coerce.number(),
  }),
);
export type ListedRow = z.infer<typeof rows>[number];

const orders: Record<SortColumn, Pick<Order, 'by' | 'type'>> = {
  name: { by: 'd."sortName"', type: 'text' },
  owner: { by: 'o."name"', type: 'text' },
  modified: { by: 'd."modifiedAt"', type: 'time' },
  size: { by: 'd."size"', type: 'number' },
};

/** How the documents of a list are ordered: Recent by the last visit, the trash by when, the rest as asked. */
export function documentOrder({ scope, sort }: Pick<ListingQuery, 'scope' | 'sort'>): Order {
  const id = 'd."id"';
  if (scope.place === 'recent') return { by: 'v."at"', type: 'time', direction: 'descending', id };
  if (scope.place === 'trash') return { by: 'd."trashedAt"', type: 'time', direction: 'descending', id };
  return { ...orders[sort.column], direction: sort.direction, id };
}

/** The value that a row is ordered by. */
export function orderValue(row: ListedRow, { scope, sort }: Pick<ListingQuery, 'scope' | 'sort'>) {
  if (scope.place === 'recent') return row.visitedAt ?? row.modifiedAt;
  if (scope.place === 'trash') return row.trashedAt ?? row.modifiedAt;
  return { name: row.sortName, owner: row.ownerName, modified: row.modifiedAt, size: row.size }[sort.column];
}

/**
 * One page of documents in one statement, with everything that a list shows of them. What the person has no
 * access to is left out by the statement itself. The page is cut first and joined then: otherwise PostgreSQL joins
 * everything in a folder before it takes a page of it.
 */
export async function documentRows(
  actor: Actor,
  query: ListingQuery,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<ListedRow[]> {
  const order = documentOrder(query);
  const raw = await db().$queryRaw(sql`
    SELECT d."id", d."name", d."folderId", d."size", d."version", d."modifiedAt", d."ownerId", d."trashedAt",
           d."copyForbidden", d."sortName", d."lockId", d."lockExpiresAt", d."lockSession", o."name" AS "ownerName",
           l."id" AS "editorId", l."name" AS "editorName", g."role" AS "role", v."at" AS "visitedAt",
           CASE WHEN s."id" IS NULL THEN 0 ELSE 1 END AS "isStarred",
           (SELECT COUNT(*) FROM "RecoveryCopy" r WHERE r."documentId" = d."id" AND r."resolvedAt" IS NULL) AS "waiting"
      FROM (SELECT d.* ${orderedSource(actor, query)} WHERE ${documentScope(actor, query)}
            ${afterCursor(order, cursor)} ${orderBy(order)} LIMIT ${limit}) d
      JOIN "User" o ON o."id" = d."ownerId"
      LEFT JOIN "User" l ON l."id" = d."lockedById"
      LEFT JOIN "Grant" g ON g."documentId" = d."id" AND g."userId" = ${actor.userId}
      LEFT JOIN "Star" s ON s."documentId" = d."id" AND s."userId" = ${actor.userId}
      ${visitJoin(actor)} ${orderBy(order)}`);
  return rows.parse(raw);
}

/** Which documents a list counts, as a statement that gives one number. */
export function documentCount(actor: Actor, query: ListingQuery): Sql {
  // Each join would be made for every document that is counted.
  const joins = query.scope.place === 'recent' ? visitJoin(actor) : noSql;
  return sql`(SELECT COUNT(*) FROM "Document" d ${joins} WHERE ${documentScope(actor, query)})`;
}

/** Where the documents of a list come from, with what its order needs and no more. */
export function orderedSource(actor: Actor, { scope, sort }: ListingQuery): Sql {
  const isRecent = scope.place === 'recent';
  const isByOwner = sort.column === 'owner' && !isRecent && scope.place !== 'trash';
  const owner = isByOwner ? rawSql('JOIN "User" o ON o."id" = d."ownerId"') : noSql;
  return sql`FROM "Document" d ${owner} ${isRecent ? visitJoin(actor) : noSql}`;
}

function visitJoin(actor: Actor): Sql {
  return sql`LEFT JOIN "Visit" v ON v."documentId" = d."id" AND v."userId" = ${actor.userId}`;
}

export function documentScope(actor: Actor, { scope, kind }: ListingQuery): Sql {
  const ofKind = kind === null ? noSql : sql`AND d."kind" = ${kind}`;
  return sql`${scoped(actor, scope)} ${ofKind}`;
}

function scoped(actor: Actor, scope: Scope): Sql {
  const mine = sql`d."ownerId" = ${actor.userId}`;
  const live = rawSql('d."trashedAt" IS NULL');
  // Asked of each row that an index found in its order, or where the search begins: the databases tell apart by this.
  const isGranted = sql`EXISTS (SELECT 1 FROM "Grant" x WHERE x."documentId" = d."id" AND x."userId" = ${actor.userId})`;
  const amongGranted = sql`d."id" IN (SELECT x."documentId" FROM "Grant" x WHERE x."userId" = ${actor.userId})`;
  const visible = sql`${live} AND (${mine} OR ${isGranted})`;
  switch (scope.place) {
    case 'folder':
      return sql`d."folderId" = ${scope.folderId} AND ${visible}`;
    case 'shared':
      return sql`${live} AND NOT (${mine}) AND ${amongGranted}`;
    case 'recent':
      return sql`v."at" IS NOT NULL AND ${visible}`;
    case 'starred':
      return sql`d."id" IN (SELECT x."documentId" FROM "Star" x WHERE x."userId" = ${actor.userId}) AND ${visible}`;
    case 'trash':
      return sql`${mine} AND d."trashedAt" IS NOT NULL AND d."trashedWithId" IS NULL`;
    case 'search':
      return sql`${live} AND (${mine} OR ${amongGranted}) AND ${nameContains('d', scope.text)}`;
  }
}

/** As long as a name, in UTF-16 units, folded: what is compared with each name takes the product of both lengths. */
const longestWanted = 250;

/**
 * Whether a name contains a text, case and accents folded. What is in no name, such as a zero byte, is not looked for;
 * nothing contains a text of which nothing is left, or that is longer than a name.
 */
export function nameContains(table: 'd' | 'f', text: string): Sql {
  const wanted = searchKey(withoutInvisible(text));
  if (wanted === '' || wanted.length > longestWanted) return sql`1 = 0`;
  const name = rawSql(`${table}."searchName"`);
  // LIKE takes sixty times as long where a name nearly contains the text again and again.
  return dialect() === 'sqlite' ? sql`instr(${name}, ${wanted}) > 0` : sql`strpos(${name}, ${wanted}) > 0`;
}
