import { db } from '@/lib/db/db';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { requireDocument } from '@/lib/documents/require-document';
import { requireFolder } from '@/lib/folders/require-folder';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';

/** A document or a folder, as pages name it. */
export type ItemRef = { kind: 'document' | 'folder'; id: string };

/**
 * Keeps something at hand for the person, or no longer. Nobody else sees it.
 * @throws AppError `not-found`
 */
export async function setStar(actor: Actor, item: ItemRef, starred: boolean): Promise<void> {
  const { id } =
    item.kind === 'document'
      ? await requireDocument(actor, item.id, 'read')
      : await requireFolder(actor, item.id, 'read');
  const what = item.kind === 'document' ? { documentId: id } : { folderId: id };
  if (!starred) {
    await db().star.deleteMany({ where: { userId: actor.userId, ...what } });
    return;
  }
  try {
    await db().star.create({ data: { id: newId(), userId: actor.userId, ...what, createdAt: new Date() } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}
