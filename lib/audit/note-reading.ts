import { causeCode } from '@/lib/db/cause-code';
import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { type AuditEntry, recordEvent } from './record-event';

/**
 * Writes into the audit trail that somebody opened or downloaded something. Never throws: on a disk that is full
 * people still get at their documents, and the log says what the trail lacks.
 */
export async function noteReading(entry: Omit<AuditEntry, 'outcome'>): Promise<void> {
  try {
    await recordEvent(db(), { ...entry, outcome: 'done' });
  } catch (error) {
    const { action, documentId, actor } = entry;
    const line = { err: error, cause: causeCode(error), action, documentId, userId: actor?.userId };
    logger().error(line, 'a reading could not be recorded');
  }
}
