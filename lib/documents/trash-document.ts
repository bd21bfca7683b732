import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { requireDocument } from './require-document';
import { trashDocuments } from './trash-documents';

/**
 * Moves one document to the trash, see {@link trashDocuments}.
 * @throws AppError `not-found`, `being-edited` (page), `lock-conflict` (client)
 */
export async function trashDocument(
  actor: Actor,
  { documentId, by = 'page' }: { documentId: string; by?: 'page' | 'client' },
): Promise<void> {
  const { isChanged } = resultOf((await trashDocuments(actor, { documentIds: [documentId], by })).get(documentId));
  // To a client what is in the trash has gone.
  if (!isChanged && by === 'client') await requireDocument(actor, documentId, 'read');
}
