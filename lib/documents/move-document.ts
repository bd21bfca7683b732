import type { OnClash } from '@/lib/folders/name-clash';
import { currentLock } from '@/lib/locks/lock-state';
import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { copyDocument } from './copy-document';
import { moveDocuments } from './move-documents';
import { requireDocument } from './require-document';
import { trashDocument } from './trash-document';

/**
 * Moves one document, see {@link moveDocuments}. With `replace` its content becomes a new version of the document
 * that has the name there, and it goes to the trash.
 * @throws AppError `not-found`, `being-edited` (this one, or the one to be replaced), `name-taken` (refuse)
 */
export async function moveDocument(
  actor: Actor,
  { documentId, folderId, onClash }: { documentId: string; folderId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const wish = { documentId, folderId, onClash: onClash === 'replace' ? 'refuse' : onClash } as const;
  const outcome = (await moveDocuments(actor, { items: [wish] })).get(documentId);
  if (onClash !== 'replace' || outcome?.ok !== false || outcome.error.code !== 'name-taken') {
    const { id, name } = resultOf(outcome);
    return { id, name };
  }
  const document = await requireDocument(actor, documentId, 'trash');
  if (currentLock(document, new Date()) !== null) throw beingEdited(document);
  const replaced = await copyDocument(actor, { documentId, folderId, onClash: 'replace' });
  await trashDocument(actor, { documentId, by: 'page' });
  return replaced;
}
