import { denied } from '@/lib/audit/denial';
import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { AppError } from '@/lib/errors';
import type { Actor } from './actor';
import { endEverything } from './end-everything';

/**
 * Takes an account out of use: nobody signs in with it, its sessions end and its access tokens are revoked at
 * once. Its documents stay. Does nothing to an account that is disabled already.
 * @param actor an administrator, or the operator of the command line
 * @throws AppError `forbidden`, `invalid-request` (yourself), `not-found`
 */
export async function disableUser(actor: Actor | 'operator', input: { userId: string }): Promise<void> {
  const by = actor === 'operator' ? null : actor;
  if (by && !(by.isAdmin && by.ceiling === 'edit')) {
    const refusal = new AppError('forbidden', 'Only an administrator can disable people.');
    throw denied(refusal, { action: 'user.disable', actor: by, about: by.userId });
  }
  if (by?.userId === input.userId) {
    throw new AppError('invalid-request', 'You cannot disable yourself. Ask another administrator.');
  }
  const now = new Date();
  await inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: input.userId, disabledAt: null },
      data: { disabledAt: now },
    });
    if (count === 0) {
      const user = await tx.user.findUnique({ where: { id: input.userId }, select: { id: true } });
      if (!user) throw new AppError('not-found', 'This person does not exist any more.', { reason: 'no-person' });
      return;
    }
    const ended = await endEverything(tx, input.userId, now);
    const detail = { userId: input.userId, ...ended };
    await recordEvent(tx, { action: 'user.disable', outcome: 'done', actor: by, detail });
  });
}
