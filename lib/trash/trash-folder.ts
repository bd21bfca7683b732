import { recordEvent } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { beingEdited } from '@/lib/documents/being-edited';
import { folderTree, inChunks } from '@/lib/folders/folder-tree';
import { holdFolder } from '@/lib/folders/hold-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import type { Actor } from '@/lib/users/actor';

/**
 * Moves a folder with everything in it to the trash, from where it comes back as a whole. Refused while a
 * document in it is being edited.
 * @throws AppError `not-found` (also for a root folder), `being-edited`
 */
export async function trashFolder(actor: Actor, input: { folderId: string }): Promise<void> {
  const folder = await requireFolder(actor, input.folderId, 'trash');
  if (folder.trashedAt) return;
  const now = new Date();
  await inTransaction(async (tx) => {
    await holdFolder(tx, folder.id, now);
    const ids = await holdTree(tx, folder.id, now);
    await inChunks(ids, (some) => trashDocuments(tx, some, { now, withId: folder.id }));
    const inside = ids.filter((id) => id !== folder.id);
    await inChunks(inside, (some) =>
      tx.folder.updateMany({
        where: { id: { in: some }, trashedAt: null },
        data: { trashedAt: now, trashedWithId: folder.id },
      }),
    );
    // Only the folder itself gives its name free: nothing can be put beside what lies in it.
    await tx.folder.update({ where: { id: folder.id }, data: { trashedAt: now, liveName: null, trashedWithId: null } });
    const detail = { folderId: folder.id, name: folder.name, folders: ids.length };
    await recordEvent(tx, { action: 'folder.trash', outcome: 'done', actor, detail });
  });
}

/** Holds every live folder below one, also those that are made meanwhile, until nobody can add another. */
async function holdTree(tx: Tx, folderId: string, now: Date): Promise<string[]> {
  const held = new Set([folderId]);
  for (;;) {
    const tree = await folderTree(tx, folderId, 'live');
    const fresh = tree.filter((id) => !held.has(id));
    if (fresh.length === 0) return tree;
    await inChunks(fresh, (some) =>
      tx.folder.updateMany({ where: { id: { in: some }, trashedAt: null }, data: { changedAt: now } }),
    );
    for (const id of fresh) held.add(id);
  }
}

async function trashDocuments(tx: Tx, folderIds: string[], { now, withId }: { now: Date; withId: string }) {
  const where = { folderId: { in: folderIds }, trashedAt: null };
  await tx.document.updateMany({
    where: { ...where, ...whereUnlocked(now) },
    data: { ...unlocked, trashedAt: now, trashedWithId: withId },
  });
  const edited = await tx.document.findFirst({ where, include: { lockedBy: { select: { name: true } } } });
  if (edited) throw beingEdited(edited);
}
