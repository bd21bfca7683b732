import { folderForCopy } from '@/lib/folders/folder-for-copy';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { type NameTarget, placeDocument } from './place-document';
import { requireDocument } from './require-document';

/**
 * Stores bytes as a copy of a document (Save Copy As, conversion): in the source's folder where the
 * person may write, otherwise in their own root. The source itself is not touched.
 * @throws AppError `not-found`, and as {@link placeDocument}
 */
export async function saveCopy(
  actor: Actor,
  input: { sourceId: string; target: NameTarget; stored: StoredObject; isConversion: boolean },
): Promise<{ id: string; name: string }> {
  const source = await requireDocument(actor, input.sourceId, 'read');
  return placeDocument(actor, {
    folderId: await folderForCopy(actor, source),
    ownerId: actor.userId,
    target: input.target,
    stored: input.stored,
    origin: 'copy',
    copiedFromId: source.id,
    isConversion: input.isConversion,
  });
}
