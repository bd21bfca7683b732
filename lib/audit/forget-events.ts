import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';
import { env } from '@/lib/env';

/** Deletes rows of the audit trail older than AUDIT_RETENTION_DAYS. @returns how many */
export function forgetEvents(now: Date): Promise<number> {
  const where = { at: { lt: new Date(now.getTime() - env().AUDIT_RETENTION_DAYS * 24 * 60 * 60_000) } };
  return inSmallBatches(async (limit) => (await db().auditEvent.deleteMany({ where, limit })).count);
}
