import { z } from 'zod';
import { db } from '@/lib/db/db';
import { batchSize } from '@/lib/db/in-batch';
import type { JobVerb } from './job-wish';

const item = z.object({
  position: z.number(),
  kind: z.enum(['document', 'folder']),
  itemId: z.string(),
  toId: z.string().nullable(),
  onClash: z.enum(['refuse', 'keep-both', 'replace']),
  begunAt: z.date().nullable(),
  resultId: z.string().nullable(),
});

/** An item of a job that is still to be done. */
export type JobItem = z.infer<typeof item>;

/** How many are done together: fewer where each takes more. */
const atOnce = {
  document: { trash: batchSize, untrash: batchSize, move: batchSize, delete: batchSize / 2, copy: 20 },
  folder: { trash: batchSize, untrash: batchSize, move: batchSize, delete: batchSize, copy: 1 },
} as const;

/**
 * The next items of a job that are done together: all documents, or all folders.
 * @param onlyBegun those only that are half-way
 */
export async function nextItems(job: { id: string; verb: JobVerb }, onlyBegun: boolean): Promise<JobItem[]> {
  const rows = await db().jobItem.findMany({
    where: { jobId: job.id, outcome: null, ...(onlyBegun ? { begunAt: { not: null } } : {}) },
    orderBy: { position: 'asc' },
    take: batchSize,
  });
  const items = z.array(item).parse(rows);
  const [first] = items;
  if (!first) return [];
  const other = items.findIndex(({ kind }) => kind !== first.kind);
  return items.slice(0, other < 0 ? undefined : other).slice(0, atOnce[first.kind][job.verb]);
}
