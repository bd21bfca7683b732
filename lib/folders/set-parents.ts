import { z } from 'zod';
import type { Tx } from '@/lib/db/db';
import { valuesTable } from '@/lib/db/insert-rows';
import { rawSql, sql } from '@/lib/db/sql';
import { nameColumns } from '@/lib/shared/name-columns';

const rows = z.array(z.object({ id: z.string() }));

/** A parent and a legal name, free there, for a folder. */
export type FolderPlace = { id: string; parentId: string; name: string };

const guards = {
  live: '"Folder"."trashedAt" IS NULL',
  'out-of-trash': '"Folder"."trashedAt" IS NOT NULL AND "Folder"."trashedWithId" IS NULL',
};

/**
 * Puts a batch of folders into their parents under their names, in one statement. The caller holds the parents.
 * @param which what they are now: live, or put into the trash by themselves
 * @returns the ids of those that were so
 */
export async function setParents(
  tx: Tx,
  places: readonly FolderPlace[],
  which: keyof typeof guards,
): Promise<Set<string>> {
  if (places.length === 0) return new Set();
  const values = valuesTable(
    ['id', 'parentId', 'name', 'liveName', 'sortName', 'searchName'],
    places.map(({ id, parentId, name: wanted }) => {
      const { name, liveName, sortName, searchName } = nameColumns(wanted);
      return [id, parentId, name, liveName, sortName, searchName];
    }),
  );
  const raw = await tx.$queryRaw(sql`
    WITH ${values}
    UPDATE "Folder" SET "parentId" = "v"."parentId", "name" = "v"."name", "liveName" = "v"."liveName",
           "sortName" = "v"."sortName", "searchName" = "v"."searchName", "trashedAt" = NULL, "trashedWithId" = NULL
      FROM "v" WHERE "Folder"."id" = "v"."id" AND ${rawSql(guards[which])}
    RETURNING "Folder"."id" AS "id"`);
  return new Set(rows.parse(raw).map(({ id }) => id));
}
