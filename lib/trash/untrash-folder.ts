import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { withFreeName } from '@/lib/documents/with-free-name';
import { AppError } from '@/lib/errors';
import { folderToRestoreInto } from '@/lib/folders/folder-to-restore-into';
import { holdFolder } from '@/lib/folders/hold-folder';
import type { OnClash } from '@/lib/folders/name-clash';
import { requireFolder } from '@/lib/folders/require-folder';
import { nameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';

/**
 * Takes a folder with everything that went with it out of the trash, under its old name or "name (1)". Where
 * the folder that it was in has gone to the trash itself, it comes back into the root folder.
 * @param input.onClash keep-both where it is not said; a folder never replaces another
 * @throws AppError `not-found`, `name-taken` (anything but keep-both)
 */
export async function untrashFolder(
  actor: Actor,
  input: { folderId: string; onClash?: OnClash },
): Promise<{ name: string }> {
  const folder = await requireFolder(actor, input.folderId, 'trash');
  if (!folder.trashedAt) return { name: folder.name };
  const parentId = await folderToRestoreInto({ folderId: folder.parentId ?? '', ownerId: folder.ownerId });
  const place = (name: string) =>
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
    });
  if ((input.onClash ?? 'keep-both') === 'keep-both') {
    return withFreeName({ among: 'folders', folderId: parentId }, folder.name, place);
  }
  try {
    return await place(folder.name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('name-taken', `There is a folder called “${folder.name}” where it was.`, { name: folder.name });
  }
}
