import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';
import { currentEditors } from './current-editors';

/**
 * Who edits a document now, the holder of its lock first; empty while nothing is locked.
 * @throws AppError `not-found`
 */
export async function listEditors(
  actor: Actor,
  { documentId }: { documentId: string },
): Promise<{ id: string; name: string }[]> {
  return currentEditors(await requireDocument(actor, documentId, 'read'), new Date());
}
