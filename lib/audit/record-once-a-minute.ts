import { createHash } from 'node:crypto';
import { db } from '@/lib/db/db';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { logger } from '@/lib/logger';
import { type AuditEntry, recordEvent } from './record-event';

const minuteMs = 60_000;
const mostRemembered = 10_000;
const holder = globalThis as typeof globalThis & { lecternRefusals?: Set<string> };

/**
 * Writes a refusal into the audit trail once a minute: pages that are open ask again by themselves, and who guesses
 * tokens or passwords asks without end. Never throws: the refusal is what gets answered.
 * @param about who was refused what: what is the same is the same refusal
 */
export async function recordOnceAMinute(entry: Omit<AuditEntry, 'outcome'>, about: string): Promise<void> {
  const id = rowId([entry.action, about, Math.floor(Date.now() / minuteMs)].join('\n'));
  // Other instances know by the row itself.
  if (isKnown(id)) return;
  try {
    await recordEvent(db(), { ...entry, outcome: 'refused' }, id);
  } catch (error) {
    if (!isUniqueViolation(error))
      logger().error({ err: error, action: entry.action }, 'a refusal could not be recorded');
  }
}

function isKnown(id: string): boolean {
  holder.lecternRefusals ??= new Set();
  const known = holder.lecternRefusals;
  if (known.has(id)) return true;
  if (known.size >= mostRemembered) known.clear();
  known.add(id);
  return false;
}

/** In the form of every id, and the same for the same text. */
function rowId(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${digest}`).toString(36).padStart(50, '0').slice(-26);
}
