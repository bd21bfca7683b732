import { z } from 'zod';
import type { Tx } from '@/lib/db/db';
import { valuesTable } from '@/lib/db/insert-rows';
import { type Sql, sql } from '@/lib/db/sql';
import { documentNameColumns } from '@/lib/shared/name-columns';

const rows = z.array(z.object({ id: z.string() }));

/** A folder and a legal name, free there, for a document. */
export type Place = { id: string; folderId: string; name: string };

/**
 * Puts a batch of documents into their folders under their names, out of the trash if they are there, in one
 * statement. The caller holds the folders.
 * @param guard which of them, as a condition on "Document"
 * @returns the ids of those that the guard let through
 */
export async function setPlaces(tx: Tx, places: readonly Place[], guard: Sql): Promise<Set<string>> {
  if (places.length === 0) return new Set();
  const values = valuesTable(
    ['id', 'folderId', 'name', 'liveName', 'sortName', 'searchName', 'kind'],
    places.map(({ id, folderId, name: wanted }) => {
      const { name, liveName, sortName, searchName, kind } = documentNameColumns(wanted);
      return [id, folderId, name, liveName, sortName, searchName, kind];
    }),
  );
  const raw = await tx.$queryRaw(sql`
    WITH ${values}
    UPDATE "Document" SET "folderId" = "v"."folderId", "name" = "v"."name", "liveName" = "v"."liveName",
           "sortName" = "v"."sortName", "searchName" = "v"."searchName", "kind" = "v"."kind",
           "trashedAt" = NULL, "trashedWithId" = NULL
      FROM "v" WHERE "Document"."id" = "v"."id" AND ${guard}
    RETURNING "Document"."id" AS "id"`);
  return new Set(rows.parse(raw).map(({ id }) => id));
}
