import { db } from '@/lib/db/db';
import { isAppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { deleteDocument } from './delete-document';
import { deleteFolder } from './delete-folder';

/**
 * Deletes for ever what is in the person's trash.
 * @param input.before only what went there before this moment
 * @returns how many documents and folders that were put there by themselves
 */
export async function emptyTrash(actor: Actor, input: { before?: Date } = {}): Promise<{ deleted: number }> {
  const where = {
    ownerId: actor.userId,
    trashedWithId: null,
    trashedAt: input.before ? { not: null, lt: input.before } : { not: null },
  };
  const documents = await db().document.findMany({ where, select: { id: true } });
  const folders = await db().folder.findMany({ where, select: { id: true } });
  let deleted = 0;
  const count = async (work: Promise<void>) => {
    try {
      await work;
      deleted += 1;
    } catch (error) {
      // Somebody took it out meanwhile.
      if (!isAppError(error) || error.code !== 'not-found') throw error;
    }
  };
  for (const { id } of documents) await count(deleteDocument(actor, { documentId: id }));
  for (const { id } of folders) await count(deleteFolder(actor, { folderId: id }));
  return { deleted };
}
