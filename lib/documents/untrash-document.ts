import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { AppError } from '@/lib/errors';
import { folderToRestoreInto } from '@/lib/folders/folder-to-restore-into';
import { holdFolder } from '@/lib/folders/hold-folder';
import type { OnClash } from '@/lib/folders/name-clash';
import { documentNameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';
import { replaceFromTrash } from './replace-from-trash';
import { requireDocument } from './require-document';
import { withFreeName } from './with-free-name';

/**
 * Takes a document out of the trash, under its old name or, if that is taken by now, "name (1)". Where its
 * folder has gone to the trash itself, it comes back into the owner's root folder.
 * @param input.onClash keep-both where it is not said; with `replace` see {@link replaceFromTrash}
 * @throws AppError `not-found`, `name-taken` (refuse), `lock-conflict` (replace)
 */
export async function untrashDocument(
  actor: Actor,
  input: { documentId: string; onClash?: OnClash },
): Promise<{ name: string }> {
  const document = await requireDocument(actor, input.documentId, 'trash');
  if (!document.trashedAt) return { name: document.name };
  const folderId = await folderToRestoreInto(document);
  const place = (name: string) =>
    inTransaction(async (tx) => {
      await holdFolder(tx, folderId, new Date());
      const { count } = await tx.document.updateMany({
        where: { id: document.id, trashedAt: { not: null } },
        data: { trashedAt: null, trashedWithId: null, folderId, ...documentNameColumns(name) },
      });
      if (count > 0) {
        const subject = { documentId: document.id, documentName: name };
        await recordEvent(tx, { action: 'document.untrash', outcome: 'done', actor, ...subject });
      }
      return { name };
    });
  const { onClash = 'keep-both' } = input;
  if (onClash === 'keep-both') return withFreeName({ among: 'documents', folderId }, document.name, place);
  try {
    return await place(document.name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  if (onClash === 'replace') return replaceFromTrash(actor, document, folderId);
  throw new AppError('name-taken', `There is a document called “${document.name}” where it was.`, {
    name: document.name,
  });
}
