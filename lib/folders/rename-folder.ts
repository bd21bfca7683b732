import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { withFreeName } from '@/lib/documents/with-free-name';
import { AppError } from '@/lib/errors';
import { foldName, makeNameLegal } from '@/lib/shared/file-names';
import { nameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';
import { type FolderRow, requireFolder } from './require-folder';

/**
 * Renames a folder; what lies in it keeps its ids.
 * @param input.name repaired where it is not legal
 * @param input.claim a page is told when the name is taken; a WOPI client gets a free one
 * @throws AppError `not-found` (also for a root folder), `name-taken` (page)
 */
export async function renameFolder(
  actor: Actor,
  input: { folderId: string; name: string; claim: 'page' | 'client' },
): Promise<{ name: string }> {
  const folder = await requireFolder(actor, input.folderId, 'rename');
  const name = makeNameLegal(input.name);
  if (name === folder.name || folder.parentId === null) return { name: folder.name };
  const write = (free: string) => setName(actor, folder, free);
  // Only the case or the accents change: the name is taken by the folder itself.
  if (foldName(name) === folder.liveName) return write(name);
  if (input.claim === 'client') return withFreeName({ among: 'folders', folderId: folder.parentId }, name, write);
  try {
    return await write(name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('name-taken', `There is a folder called “${name}” already. Choose another name.`, { name });
  }
}

async function setName(actor: Actor, folder: FolderRow, name: string): Promise<{ name: string }> {
  await inTransaction(async (tx) => {
    const { count } = await tx.folder.updateMany({
      where: { id: folder.id, trashedAt: null },
      data: nameColumns(name),
    });
    if (count === 0) throw new AppError('not-found', 'This folder does not exist any more.', { reason: 'no-folder' });
    const detail = { folderId: folder.id, name, from: folder.name };
    await recordEvent(tx, { action: 'folder.rename', outcome: 'done', actor, detail });
  });
  return { name };
}
