import { z } from 'zod';
import { db } from '@/lib/db/db';
import { joinSql, noSql, type Sql, sql } from '@/lib/db/sql';
import { currentLock } from '@/lib/locks/lock-state';
import type { Actor } from '@/lib/users/actor';
import { documentCount, type ListedRow } from './document-rows';
import { folderCount } from './folder-rows';
import type { ListingQuery } from './listing-query';

const rows = z.array(
  z.object({
    what: z.enum(['total', 'copy', 'editor']),
    documentId: z.string().nullable(),
    id: z.string().nullable(),
    text: z.string().nullable(),
    userId: z.string().nullable(),
    at: z.coerce.date().nullable(),
    n: z.coerce.number().nullable(),
    m: z.coerce.number().nullable(),
  }),
);
type Row = z.infer<typeof rows>[number];

/** What a page needs beside its rows. Sizes in bytes. */
export type PageExtras = {
  total: { folders: number; documents: number };
  waitingCopies: { documentId: string; id: string; reason: string; userId: string; createdAt: Date; size: number }[];
  editors: { documentId: string; userId: string; name: string }[];
};

/**
 * How much there is in all, the refused saves that wait for the documents of a page, and who edits them, in one
 * statement: a folder's first page is to take five in all.
 */
export async function pageExtras(
  actor: Actor,
  query: ListingQuery,
  documents: readonly ListedRow[],
  now: Date,
): Promise<PageExtras> {
  const raw = await db().$queryRaw(sql`
    SELECT 'total' AS "what", CAST(NULL AS TEXT) AS "documentId", CAST(NULL AS TEXT) AS "id",
           CAST(NULL AS TEXT) AS "text", CAST(NULL AS TEXT) AS "userId", CAST(NULL AS TIMESTAMP) AS "at",
           ${folderCount(actor, query)} AS "n", ${documentCount(actor, query)} AS "m"
    ${waitingCopies(documents)} ${editors(documents, now)}`);
  const found = rows.parse(raw);
  const total = found.find(({ what }) => what === 'total');
  return {
    total: { folders: total?.n ?? 0, documents: total?.m ?? 0 },
    waitingCopies: found
      .filter(({ what }) => what === 'copy')
      .map((row) => ({ ...keysOf(row), reason: row.text ?? '', createdAt: row.at ?? now, size: row.n ?? 0 }))
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
    editors: found
      .filter(({ what }) => what === 'editor')
      .map((row) => ({ ...keysOf(row), name: row.text ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name) || a.userId.localeCompare(b.userId)),
  };
}

function keysOf(row: Row): { documentId: string; id: string; userId: string } {
  return { documentId: row.documentId ?? '', id: row.id ?? '', userId: row.userId ?? '' };
}

function waitingCopies(documents: readonly ListedRow[]): Sql {
  const ids = documents.filter(({ waiting }) => waiting > 0).map(({ id }) => id);
  if (ids.length === 0) return noSql;
  return sql`UNION ALL
    SELECT 'copy', r."documentId", r."id", r."reason", r."userId", r."createdAt", r."size", NULL FROM "RecoveryCopy" r
     WHERE r."documentId" IN (${joinSql(ids)}) AND r."resolvedAt" IS NULL`;
}

/** Everybody whose token is good and was used to edit in the session of the lock that is in force. */
function editors(documents: readonly ListedRow[], now: Date): Sql {
  const locked = documents.filter((row) => currentLock(row, now) !== null && row.lockSession !== null);
  if (locked.length === 0) return noSql;
  const ids = locked.map(({ id }) => id);
  const sessions = locked.map(({ lockSession }) => lockSession);
  return sql`UNION ALL
    SELECT 'editor', t."documentId", NULL, u."name", u."id", NULL, NULL, NULL
      FROM "AccessToken" t JOIN "User" u ON u."id" = t."userId"
     WHERE t."documentId" IN (${joinSql(ids)}) AND t."lockSession" IN (${joinSql(sessions)})
       AND t."revokedAt" IS NULL AND t."expiresAt" > ${now} AND u."disabledAt" IS NULL
     GROUP BY t."documentId", u."id", u."name"`;
}
