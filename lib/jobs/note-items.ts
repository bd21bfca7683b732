import type { Tx } from '@/lib/db/db';
import { insertRows } from '@/lib/db/insert-rows';
import type { WishedItem } from './job-wish';

/** Writes some of the items of a job. @param from the position of the first */
export async function noteItems(tx: Tx, jobId: string, items: readonly WishedItem[], from: number): Promise<void> {
  await insertRows(
    tx,
    'JobItem',
    items.map(({ kind, id, toId, onClash }, index) => ({
      ...{ jobId, position: from + index, kind, itemId: id },
      ...{ toId: toId ?? null, onClash: onClash ?? 'keep-both' },
    })),
  );
}
