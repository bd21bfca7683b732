import { z } from 'zod';
import { db } from '@/lib/db/db';
import { folderRightsFor } from '@/lib/shares/folder-rights';
import type { Actor } from '@/lib/users/actor';

export type Ancestor = { id: string; name: string; isRoot: boolean };

/** Deeper than {@link deepest}, so that a damaged tree does not make an endless walk. */
const mostSteps = 200;

const rows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    ownerId: z.string(),
    rootOfId: z.string().nullable(),
    isTrashed: z.coerce.number(),
  }),
);

/**
 * The folder and what it lies in, the root first, in one statement. What the actor may not read is left out,
 * and everything above it.
 * @returns `isComplete` false when something was left out, also of a chain that is too deep
 */
export async function listAncestors(
  actor: Actor,
  folderId: string,
): Promise<{ folders: Ancestor[]; isComplete: boolean }> {
  const raw = await db().$queryRaw`
    WITH RECURSIVE up ("id", "name", "parentId", "ownerId", "rootOfId", "isTrashed", "step") AS (
      SELECT "id", "name", "parentId", "ownerId", "rootOfId", CASE WHEN "trashedAt" IS NULL THEN 0 ELSE 1 END, 0
        FROM "Folder" WHERE "id" = ${folderId}
      UNION ALL
      SELECT f."id", f."name", f."parentId", f."ownerId", f."rootOfId",
             CASE WHEN f."trashedAt" IS NULL THEN 0 ELSE 1 END, up."step" + 1
        FROM "Folder" f JOIN up ON f."id" = up."parentId" WHERE up."step" < ${mostSteps}
    )
    SELECT "id", "name", "ownerId", "rootOfId", "isTrashed" FROM up ORDER BY "step"`;
  const upwards = rows.parse(raw);
  const hidden = upwards.findIndex(
    (row) => !folderRightsFor(actor, { ...row, trashedAt: row.isTrashed ? new Date(0) : null }).read,
  );
  const seen = hidden === -1 ? upwards : upwards.slice(0, hidden);
  return {
    folders: seen.reverse().map(({ id, name, rootOfId }) => ({ id, name, isRoot: rootOfId !== null })),
    isComplete: hidden === -1 && upwards.length <= mostSteps,
  };
}
