import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { deleteDocuments } from './delete-documents';

/**
 * Deletes one document in the trash for ever, see {@link deleteDocuments}.
 * @throws AppError `not-found`, also when it was taken out of the trash meanwhile
 */
export async function deleteDocument(actor: Actor, { documentId }: { documentId: string }): Promise<void> {
  resultOf((await deleteDocuments(actor, { documentIds: [documentId] })).get(documentId));
}
