import { copyDocument } from '@/lib/documents/copy-document';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { createFolder } from './create-folder';
import { listAncestors } from './list-ancestors';
import { listChildren } from './list-children';
import type { OnClash } from './name-clash';
import { requireFolder } from './require-folder';

/**
 * Copies a folder with everything in it into another. What is added to it meanwhile may be left out.
 * @throws AppError `not-found`, `invalid-request` (into itself, or too deep), `name-taken` (refuse)
 */
export async function copyFolder(
  actor: Actor,
  input: { folderId: string; parentId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const folder = await requireFolder(actor, input.folderId, 'read');
  const { folders: above } = await listAncestors(actor, input.parentId);
  if (above.some(({ id }) => id === folder.id)) {
    throw new AppError('invalid-request', `“${folder.name}” cannot be copied into itself.`, {
      reason: 'into-itself',
      name: folder.name,
    });
  }
  const mode = input.onClash === 'keep-both' ? 'suggested' : 'specific';
  const made = await createFolder(actor, { parentId: input.parentId, name: folder.name, mode });
  await copyChildren(actor, folder.id, made.id);
  return made;
}

async function copyChildren(actor: Actor, from: string, to: string): Promise<void> {
  const { folders, documents } = await listChildren(actor, { folderId: from });
  for (const { id } of documents) await copyDocument(actor, { documentId: id, folderId: to, onClash: 'keep-both' });
  for (const { id, name } of folders) {
    const made = await createFolder(actor, { parentId: to, name, mode: 'suggested' });
    await copyChildren(actor, id, made.id);
  }
}
