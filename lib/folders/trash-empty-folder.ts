import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { holdFolder } from './hold-folder';
import { requireFolder } from './require-folder';

/**
 * Moves a folder in which nothing is to the trash (WOPI DeleteContainer). What lies in the trash does not count.
 * @throws AppError `not-found` (also for a root folder), `folder-not-empty`
 */
export async function trashEmptyFolder(actor: Actor, input: { folderId: string }): Promise<void> {
  await requireFolder(actor, input.folderId, 'read');
  const folder = await requireFolder(actor, input.folderId, 'trash');
  const now = new Date();
  await inTransaction(async (tx) => {
    // Whoever adds something holds the row too: what is counted from here on stays so.
    await holdFolder(tx, folder.id, now);
    const inside = { trashedAt: null };
    const documents = await tx.document.count({ where: { folderId: folder.id, ...inside } });
    const folders = await tx.folder.count({ where: { parentId: folder.id, ...inside } });
    if (documents + folders > 0) {
      throw new AppError('folder-not-empty', `“${folder.name}” is not empty. Move or delete what is in it first.`, {
        name: folder.name,
      });
    }
    await tx.folder.update({ where: { id: folder.id }, data: { trashedAt: now, liveName: null } });
    const detail = { folderId: folder.id, name: folder.name };
    await recordEvent(tx, { action: 'folder.trash', outcome: 'done', actor, detail });
  });
}
