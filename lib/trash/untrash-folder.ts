import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { withFreeName } from '@/lib/documents/with-free-name';
import { folderToRestoreInto } from '@/lib/folders/folder-to-restore-into';
import { holdFolder } from '@/lib/folders/hold-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { nameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';

/**
 * Takes a folder with everything that went with it out of the trash, under its old name or "name (1)". Where
 * the folder that it was in has gone to the trash itself, it comes back into the root folder.
 * @throws AppError `not-found`
 */
export async function untrashFolder(actor: Actor, input: { folderId: string }): Promise<{ name: string }> {
  const folder = await requireFolder(actor, input.folderId, 'trash');
  if (!folder.trashedAt) return { name: folder.name };
  const parentId = await folderToRestoreInto({ folderId: folder.parentId ?? '', ownerId: folder.ownerId });
  return withFreeName({ among: 'folders', folderId: parentId }, folder.name, (name) =>
    inTransaction(async (tx) => {
      await holdFolder(tx, parentId, new Date());
      const back = { trashedAt: null, trashedWithId: null };
      const { count } = await tx.folder.updateMany({
        where: { id: folder.id, trashedAt: { not: null }, trashedWithId: null },
        data: { ...back, parentId, ...nameColumns(name) },
      });
      if (count === 0) return { name };
      await tx.folder.updateMany({ where: { trashedWithId: folder.id }, data: back });
      await tx.document.updateMany({ where: { trashedWithId: folder.id }, data: back });
      const detail = { folderId: folder.id, name };
      await recordEvent(tx, { action: 'folder.untrash', outcome: 'done', actor, detail });
      return { name };
    }),
  );
}
