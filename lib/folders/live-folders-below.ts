import { z } from 'zod';
import type { Db, Tx } from '@/lib/db/db';
import { sql } from '@/lib/db/sql';

const rows = z.array(z.object({ id: z.string() }));

/**
 * The ids of a folder and of the folders below it that are not in the trash, in one statement, each once: it ends in
 * a ring too.
 * @param most so many of them
 */
export async function liveFoldersBelow(db: Db | Tx, folderId: string, most: number): Promise<string[]> {
  const raw = await db.$queryRaw(sql`
    WITH RECURSIVE below ("id") AS (
      SELECT "id" FROM "Folder" WHERE "id" = ${folderId}
      UNION
      SELECT f."id" FROM "Folder" f JOIN below ON f."parentId" = below."id" WHERE f."trashedAt" IS NULL
    )
    SELECT "id" FROM below LIMIT ${most}`);
  return rows.parse(raw).map((row) => row.id);
}
