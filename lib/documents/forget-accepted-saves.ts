import { db } from '@/lib/db/db';
import { inSmallBatches } from '@/lib/db/in-small-batches';
import { replayMs } from './save-content';

/** Deletes the notes of accepted saves whose signed time no proof passes with any more. @returns how many */
export function forgetAcceptedSaves(now: Date): Promise<number> {
  const where = { acceptedAt: { lt: new Date(now.getTime() - replayMs) } };
  return inSmallBatches(async (limit) => (await db().acceptedSave.deleteMany({ where, limit })).count);
}
