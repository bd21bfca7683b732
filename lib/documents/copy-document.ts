import type { OnClash } from '@/lib/folders/name-clash';
import { requireFolder } from '@/lib/folders/require-folder';
import { resultOf } from '@/lib/shared/outcome';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { copyContent } from './copy-content';
import { copyDocuments } from './copy-documents';
import { placeDocument } from './place-document';

/**
 * Copies one document, see {@link copyDocuments}. With `replace` its content becomes a new version of the document
 * that has the name there.
 * @throws AppError `not-found`, `forbidden` (copies of it are switched off), `lock-conflict` (replace, and the target
 *   is being edited), `name-taken` (refuse)
 */
export async function copyDocument(
  actor: Actor,
  input: { documentId: string; folderId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const { documentId, folderId, onClash } = input;
  if (onClash !== 'replace') {
    return resultOf((await copyDocuments(actor, { items: [{ documentId, folderId, onClash }] })).get(documentId));
  }
  const folder = await requireFolder(actor, folderId, 'add');
  const { name, stored } = await copyContent(actor, documentId);
  try {
    return await placeDocument(actor, {
      folderId: folder.id,
      ownerId: folder.ownerId,
      target: { mode: 'specific', name, overwrite: true },
      stored,
      origin: 'copy',
      copiedFromId: documentId,
      isConversion: false,
    });
  } catch (error) {
    await storage().delete(stored.key);
    throw error;
  }
}
