import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { folderToRestoreInto } from '@/lib/folders/folder-to-restore-into';
import { holdFolder } from '@/lib/folders/hold-folder';
import { documentNameColumns } from '@/lib/shared/name-columns';
import type { Actor } from '@/lib/users/actor';
import { requireDocument } from './require-document';
import { withFreeName } from './with-free-name';

/**
 * Takes a document out of the trash, under its old name or, if that is taken by now, "name (1)". Where its
 * folder has gone to the trash itself, it comes back into the owner's root folder.
 * @throws AppError `not-found`
 */
export async function untrashDocument(actor: Actor, input: { documentId: string }): Promise<{ name: string }> {
  const document = await requireDocument(actor, input.documentId, 'trash');
  if (!document.trashedAt) return { name: document.name };
  const folderId = await folderToRestoreInto(document);
  return withFreeName({ among: 'documents', folderId }, document.name, (name) =>
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
    }),
  );
}
