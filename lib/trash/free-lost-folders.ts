import { db } from '@/lib/db/db';
import { sql } from '@/lib/db/sql';

/**
 * Older versions deleted folders in the trash down to a level only: what lay deeper stayed behind, in the trash with a
 * folder that is gone, where nobody sees it. The outermost of it gets a place of its own in its owner's trash, and goes
 * with the rest of that, together with all that is in it.
 * @returns how many
 */
export function freeLostFolders(): Promise<number> {
  return db().$executeRaw(sql`
    UPDATE "Folder" SET "trashedWithId" = NULL
     WHERE "parentId" IS NULL AND "rootOfId" IS NULL AND "trashedAt" IS NOT NULL AND "trashedWithId" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "Folder" "r" WHERE "r"."id" = "Folder"."trashedWithId")`);
}
