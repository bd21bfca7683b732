import { z } from 'zod';
import type { Tx } from '@/lib/db/db';
import { joinSql, sql } from '@/lib/db/sql';

const rows = z.array(z.object({ folderId: z.string(), name: z.string(), who: z.string().nullable() }));

/** A document that somebody edits, as the refusal of a wish names it. */
export type EditedDocument = { name: string; lockedBy: { name: string } | null };

/**
 * Which of some folders have a document in them, however deep, that is being edited now. It starts from the locks,
 * which are few, and not from the folders, in which there may be anything. Each step is taken once: a ring ends it.
 * @returns by the folder's id one such document
 */
export async function editedBelow(
  tx: Tx,
  folderIds: readonly string[],
  now: Date,
): Promise<Map<string, EditedDocument>> {
  if (folderIds.length === 0) return new Map();
  const raw = await tx.$queryRaw(sql`
    WITH RECURSIVE up ("documentId", "folderId") AS (
      SELECT d."id", d."folderId" FROM "Document" d
       WHERE d."lockExpiresAt" > ${now} AND d."lockId" IS NOT NULL AND d."trashedAt" IS NULL
      UNION
      SELECT up."documentId", f."parentId" FROM up JOIN "Folder" f ON f."id" = up."folderId"
       WHERE f."parentId" IS NOT NULL
    )
    SELECT up."folderId", d."name", u."name" AS "who"
      FROM up JOIN "Document" d ON d."id" = up."documentId" LEFT JOIN "User" u ON u."id" = d."lockedById"
     WHERE up."folderId" IN (${joinSql(folderIds)}) ORDER BY d."name" DESC`);
  return new Map(
    rows
      .parse(raw)
      .map(({ folderId, name, who }) => [folderId, { name, lockedBy: who === null ? null : { name: who } }]),
  );
}
