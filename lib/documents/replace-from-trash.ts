import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { placeDocument } from './place-document';
import type { DocumentRow } from './require-document';

/**
 * Makes the content of a document in the trash a new version of the one that has its name by now. It stays in
 * the trash with its own versions, so that nothing is lost. The caller has made sure of the right to take it out.
 * @throws AppError as {@link placeDocument}; nothing is left behind
 */
export async function replaceFromTrash(
  actor: Actor,
  document: DocumentRow,
  folderId: string,
): Promise<{ id: string; name: string }> {
  const size = Number(document.size);
  const body = await storage().get(document.storageKey);
  const stored = await storage().put(body, { expectedBytes: size, maxBytes: size });
  try {
    return await placeDocument(actor, {
      folderId,
      ownerId: document.ownerId,
      target: { mode: 'specific', name: document.name, overwrite: true },
      stored,
      origin: 'copy',
      copiedFromId: document.id,
      isConversion: false,
    });
  } catch (error) {
    await storage().delete(stored.key);
    throw error;
  }
}
