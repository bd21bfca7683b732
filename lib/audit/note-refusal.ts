import { denialOf } from './denial';
import { recordOnceAMinute } from './record-once-a-minute';

/**
 * Writes a refused access into the audit trail (S50), once a minute for the same person, thing and right. Nothing for
 * any other error. Never throws.
 * @param operation the operation of the protocol that was asked for
 */
export async function noteRefusal(error: unknown, operation?: string): Promise<void> {
  const denial = denialOf(error);
  if (!denial) return;
  const { about, ...entry } = denial;
  // Strangers are one, whatever they ask for.
  if (operation === undefined || !entry.actor) return recordOnceAMinute(entry, about);
  await recordOnceAMinute({ ...entry, detail: { ...entry.detail, operation } }, `${about} ${operation}`);
}
