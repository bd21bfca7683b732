import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import type { Actor } from '@/lib/users/actor';
import { requireDocument } from './require-document';

/**
 * Forbids Save Copy As of one document to everybody, or allows it again: CheckFileInfo says
 * UserCanNotWriteRelative, and PutRelativeFile answers 501. Its owner decides.
 * @throws AppError `not-found`
 */
export async function forbidCopies(actor: Actor, input: { documentId: string; forbidden: boolean }): Promise<void> {
  const document = await requireDocument(actor, input.documentId, 'share');
  await inTransaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: document.id, copyForbidden: !input.forbidden },
      data: { copyForbidden: input.forbidden },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      action: 'document.copy-switch',
      outcome: 'done',
      actor,
      documentId: document.id,
      documentName: document.name,
      detail: { forbidden: input.forbidden },
    });
  });
}
