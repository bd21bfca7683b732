import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { AppError } from '@/lib/errors';
import { holdFolder } from '@/lib/folders/hold-folder';
import type { OnClash } from '@/lib/folders/name-clash';
import { requireFolder } from '@/lib/folders/require-folder';
import { currentLock, whereUnlocked } from '@/lib/locks/lock-state';
import { documentNameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { copyDocument } from './copy-document';
import { type DocumentRow, requireDocument } from './require-document';
import { trashDocument } from './trash-document';
import { withFreeName } from './with-free-name';

/**
 * Moves a document of the person into another folder of theirs. Ids, versions, shares and tokens stay. With
 * `replace` its content becomes a new version of the document that has the name there, and it goes to the trash.
 * @throws AppError `not-found`, `being-edited` (this one, or the one to be replaced), `name-taken` (refuse)
 */
export async function moveDocument(
  actor: Actor,
  input: { documentId: string; folderId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const document = await requireDocument(actor, input.documentId, 'trash');
  const folder = await requireFolder(actor, input.folderId, 'add');
  if (document.trashedAt)
    throw new AppError('not-found', `“${document.name}” is in the trash.`, {
      reason: 'in-trash',
      name: document.name,
    });
  if (document.folderId === folder.id) return { id: document.id, name: document.name };
  const place = (name: string) => setFolder(actor, document, { folderId: folder.id, name });
  if (input.onClash === 'keep-both') {
    return withFreeName({ among: 'documents', folderId: folder.id }, document.name, place);
  }
  try {
    return await place(document.name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  if (input.onClash === 'refuse') {
    throw new AppError('name-taken', `There is a document called “${document.name}” in “${folder.name}” already.`, {
      name: document.name,
    });
  }
  if (currentLock(document, new Date()) !== null) throw beingEdited(document);
  const replaced = await copyDocument(actor, { documentId: document.id, folderId: folder.id, onClash: 'replace' });
  await trashDocument(actor, { documentId: document.id, by: 'page' });
  return replaced;
}

async function setFolder(
  actor: Actor,
  document: DocumentRow,
  target: { folderId: string; name: string },
): Promise<{ id: string; name: string }> {
  const now = new Date();
  const isMoved = await inTransaction(async (tx) => {
    await holdFolder(tx, target.folderId, now);
    const { count } = await tx.document.updateMany({
      where: { id: document.id, trashedAt: null, ...whereUnlocked(now) },
      data: { folderId: target.folderId, ...documentNameColumns(target.name) },
    });
    if (count === 0) return false;
    await recordEvent(tx, {
      action: 'document.move',
      outcome: 'done',
      actor,
      documentId: document.id,
      documentName: target.name,
      detail: { to: target.folderId, from: document.folderId },
    });
    return true;
  });
  if (!isMoved) throw beingEdited(await requireDocument(actor, document.id, 'rename'));
  return { id: document.id, name: target.name };
}
