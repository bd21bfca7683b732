import { placeDocument } from '@/lib/documents/place-document';
import { requireCopyable } from '@/lib/documents/require-copyable';
import { folderForCopy } from '@/lib/folders/folder-for-copy';
import { versionFileName } from '@/lib/shared/file-names';
import type { Actor } from '@/lib/users/actor';
import { copyBytes, dropUnlessUsed } from './copy-bytes';
import { requireVersion } from './require-version';

/**
 * Makes a new document "name (version 3).docx" of one version, in the document's folder if it is the person's own,
 * otherwise in their own root folder. Locks do not matter.
 * @throws AppError `not-found` (also a version that is not kept), `forbidden` (copies of it are switched off),
 *   `content-missing`, `storage-full`, `unavailable`; nothing is left behind
 */
export async function copyVersion(
  actor: Actor,
  input: { documentId: string; number: number },
): Promise<{ id: string; name: string }> {
  const { document, version } = await requireVersion(actor, input);
  requireCopyable(actor, document);
  const folderId = await folderForCopy(actor, document);
  const stored = await copyBytes(version);
  try {
    return await placeDocument(actor, {
      folderId,
      ownerId: actor.userId,
      target: { mode: 'suggested', name: versionFileName(document.name, version.number) },
      stored,
      origin: 'copy',
      copiedFromId: document.id,
      isConversion: false,
    });
  } catch (error) {
    await dropUnlessUsed(stored.key);
    throw error;
  }
}
