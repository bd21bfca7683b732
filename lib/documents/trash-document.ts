import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock, unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { requireDocument } from './require-document';

/**
 * Moves a document to the trash, from where its owner can take it back. A document under a lock stays.
 * @param input.by a page, or a WOPI client (DeleteFile: 409 with the lock when the file is locked)
 * @throws AppError `not-found`, `being-edited` (page), `lock-conflict` (client)
 */
export async function trashDocument(
  actor: Actor,
  input: { documentId: string; by?: 'page' | 'client' },
): Promise<void> {
  for (;;) {
    const document = await requireDocument(actor, input.documentId, 'trash');
    if (document.trashedAt) {
      if (input.by === 'client') await requireDocument(actor, input.documentId, 'read');
      return;
    }
    const now = new Date();
    const done = await inTransaction(async (tx) => {
      const { count } = await tx.document.updateMany({
        where: { id: document.id, trashedAt: null, ...whereUnlocked(now) },
        data: { ...unlocked, trashedAt: now, liveName: null },
      });
      if (count === 0) return false;
      const subject = { documentId: document.id, documentName: document.name };
      await recordEvent(tx, { action: 'document.trash', outcome: 'done', actor, ...subject });
      return true;
    });
    if (done) return;
    const row = await requireDocument(actor, input.documentId, 'trash');
    if (currentLock(row, now) !== null) throw input.by === 'client' ? lockConflict(row, now) : beingEdited(row);
  }
}
