import { z } from 'zod';
import type { Tx } from '@/lib/db/db';
import { sql } from '@/lib/db/sql';

const rows = z.array(z.object({ id: z.string() }));

/**
 * The ids of a folder and of what it lies in, from the inside to the outside: two hundred at most, more than
 * {@link deepest}, so that a ring in damaged data makes no endless walk.
 */
export async function foldersAbove(tx: Tx, folderId: string): Promise<string[]> {
  const raw = await tx.$queryRaw(sql`
    WITH RECURSIVE up ("id", "parentId", "step") AS (
      SELECT "id", "parentId", 0 FROM "Folder" WHERE "id" = ${folderId}
      UNION ALL
      SELECT f."id", f."parentId", up."step" + 1 FROM "Folder" f JOIN up ON f."id" = up."parentId" WHERE up."step" < 200
    )
    SELECT "id" FROM up ORDER BY "step"`);
  return rows.parse(raw).map(({ id }) => id);
}
