import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { isId } from '@/lib/shared/is-id';
import { actorOf } from './actor';

/**
 * Signs out: the session is gone at once, wherever its cookie went. Access tokens live on until they expire, so
 * that an editor which is open can still save; `endOwnSession` and `signOutEverywhere`, for other places, revoke them too.
 */
export async function endSession(sessionId: string, address: string | null): Promise<void> {
  if (!isId(sessionId)) return;
  await retryTransient(() =>
    inTransaction(async (tx) => {
      const session = await tx.session.findUnique({ where: { id: sessionId }, include: { user: true } });
      const { count } = await tx.session.deleteMany({ where: { id: sessionId } });
      if (!session || count === 0) return;
      const actor = actorOf(session.user, { ceiling: 'edit', address, sessionId });
      await recordEvent(tx, { action: 'session.end', outcome: 'done', actor });
    }),
  );
}
