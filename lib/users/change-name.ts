import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import type { Actor } from './actor';
import { personName } from './person-name';
import { requireSelf } from './require-self';

/**
 * Changes the name that others see. Does nothing when it is the name already.
 * @returns the name as it is stored, with blanks put right
 * @throws AppError `forbidden`, `invalid-request` (see personName)
 */
export async function changeName(actor: Actor, input: { name: string }): Promise<{ name: string }> {
  requireSelf(actor);
  const name = personName(input.name);
  await inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, disabledAt: null, name: { not: name } },
      data: { name },
    });
    if (count === 0) return;
    await recordEvent(tx, { action: 'user.rename', outcome: 'done', actor, detail: { to: name } });
  });
  return { name };
}
