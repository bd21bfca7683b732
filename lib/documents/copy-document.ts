import type { OnClash } from '@/lib/folders/name-clash';
import { requireFolder } from '@/lib/folders/require-folder';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { placeDocument } from './place-document';
import { readContent } from './read-content';
import { requireCopyable } from './require-copyable';
import { requireDocument } from './require-document';

/**
 * Copies a document's current content into a folder of the person. Locks do not matter: what was last saved
 * is copied.
 * @throws AppError `not-found`, `forbidden` (copies of it are switched off), `being-edited` (replace, and
 *   the target is), `name-taken` (refuse)
 */
export async function copyDocument(
  actor: Actor,
  input: { documentId: string; folderId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const document = await requireDocument(actor, input.documentId, 'read');
  const folder = await requireFolder(actor, input.folderId, 'add');
  requireCopyable(actor, document);
  const content = await readContent(actor, { documentId: document.id });
  const stored = await storage().put(content.body, { expectedBytes: content.size, maxBytes: content.size });
  const { onClash } = input;
  try {
    return await placeDocument(actor, {
      folderId: folder.id,
      ownerId: folder.ownerId,
      target:
        onClash === 'keep-both'
          ? { mode: 'suggested', name: document.name }
          : { mode: 'specific', name: document.name, overwrite: onClash === 'replace' },
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
