import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import type { Locale } from '@/lib/shared/messages/locale';
import type { Actor } from './actor';
import { requireSelf } from './require-self';

/**
 * Keeps the language in which the person wants pages and the editor, wherever they sign in.
 * @param input.locale null: none in particular, each browser decides
 * @throws AppError `forbidden`
 */
export async function chooseLocale(actor: Actor, input: { locale: Locale | null }): Promise<void> {
  requireSelf(actor);
  const { locale } = input;
  await inTransaction(async (tx) => {
    await tx.user.updateMany({ where: { id: actor.userId, disabledAt: null }, data: { locale } });
    await recordEvent(tx, { action: 'user.choose-locale', outcome: 'done', actor, detail: { locale } });
  });
}
