import type { Tx } from '@/lib/db/db';
import { insertRows } from '@/lib/db/insert-rows';
import { isId } from '@/lib/shared/is-id';
import type { WishedItem } from './job-wish';

/**
 * Writes some of the items of a job. What can be no id is written as none, and found nowhere: not every text can be
 * written in every database.
 * @param from the position of the first
 */
export async function noteItems(tx: Tx, jobId: string, items: readonly WishedItem[], from: number): Promise<void> {
  await insertRows(
    tx,
    'JobItem',
    items.map(({ kind, id, toId, onClash }, index) => ({
      ...{ jobId, position: from + index, kind, itemId: isId(id) ? id : '' },
      ...{ toId: toId ? (isId(toId) ? toId : '') : null, onClash: onClash ?? 'keep-both' },
    })),
  );
}
