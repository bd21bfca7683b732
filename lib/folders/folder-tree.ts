import { z } from 'zod';
import type { Db, Tx } from '@/lib/db/db';
import { rawSql, sql } from '@/lib/db/sql';

const rows = z.array(z.object({ id: z.string(), step: z.coerce.number() }));

/**
 * The ids of a folder and of all folders below it, each before what lies in it, in one statement.
 * @param which live: only what is not in the trash; all: whatever its state
 */
export async function folderTree(db: Db | Tx, folderId: string, which: 'live' | 'all'): Promise<string[]> {
  const live = rawSql(which === 'live' ? 'AND f."trashedAt" IS NULL' : '');
  const raw = await db.$queryRaw(sql`
    WITH RECURSIVE below ("id", "step") AS (
      SELECT "id", 0 FROM "Folder" WHERE "id" = ${folderId}
      UNION ALL
      SELECT f."id", below."step" + 1 FROM "Folder" f JOIN below ON f."parentId" = below."id"
       WHERE below."step" < 200 ${live}
    )
    SELECT "id", "step" FROM below ORDER BY "step"`);
  return rows.parse(raw).map((row) => row.id);
}
