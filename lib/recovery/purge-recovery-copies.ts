import { recordEvents } from '@/lib/audit/record-event';
import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';
import { inTransaction } from '@/lib/db/in-transaction';
import { deleteBytes } from '@/lib/storage/delete-bytes';
import { copyKeptMs } from './kept-copies';

/** Deletes refused saves that were kept for 30 days, with their bytes. @returns how many */
export function purgeRecoveryCopies(now: Date): Promise<number> {
  const createdAt = { lt: new Date(now.getTime() - copyKeptMs) };
  return inSmallBatches(async (most) => {
    const old = await db().recoveryCopy.findMany({
      where: { createdAt },
      include: { document: { select: { id: true, name: true } }, user: { select: { id: true } } },
      take: most,
    });
    const ids = old.map(({ id }) => id);
    await inTransaction(async (tx) => {
      await tx.recoveryCopy.deleteMany({ where: { id: { in: ids } } });
      await recordEvents(
        tx,
        old.map(({ document, user }) => ({
          ...{ action: 'recovery.purge', outcome: 'done', documentId: document.id, documentName: document.name },
          detail: { of: user.id },
        })),
      );
    });
    await deleteBytes(old.map(({ storageKey }) => storageKey));
    return old.length;
  });
}
