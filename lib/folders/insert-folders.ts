import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { insertRows } from '@/lib/db/insert-rows';
import { nameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';

/** A folder to be made: its parent, whose it is, and a legal name. */
export type NewFolder = { id: string; parentId: string; ownerId: string; name: string };

/**
 * Writes the rows of a batch of new folders and the audit rows. The caller holds the parents.
 * @throws the database's unique violation when a name is taken in its parent
 */
export async function insertFolders(tx: Tx, actor: Actor, folders: readonly NewFolder[]): Promise<void> {
  const now = new Date();
  await insertRows(
    tx,
    'Folder',
    folders.map(({ name, ...rest }) => ({ ...rest, ...nameColumns(name), createdAt: now, changedAt: now })),
  );
  await recordEvents(
    tx,
    folders.map(({ id, name, parentId }) => ({
      ...{ action: 'folder.create', outcome: 'done', actor },
      detail: { folderId: id, name, parentId },
    })),
  );
}
