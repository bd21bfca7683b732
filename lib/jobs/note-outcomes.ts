import type { Tx } from '@/lib/db/db';
import { valuesTable } from '@/lib/db/insert-rows';
import { sql } from '@/lib/db/sql';
import type { AppError } from '@/lib/errors';

/** What became of an item, as it is kept: see the model JobItem. */
export type Note = {
  outcome: 'done' | 'same' | 'replaced';
  name?: string;
  resultId?: string;
  fromId?: string | null;
};
export type Ended = Note | { refusal: AppError };

/** Writes what became of some items, each once and for all. @param ends by the items' ids */
export async function noteOutcomes(
  tx: Tx,
  jobId: string,
  items: readonly { position: number; itemId: string }[],
  ends: ReadonlyMap<string, Ended>,
): Promise<void> {
  const rows = items.flatMap(({ position, itemId }): (string | null)[][] => {
    const end = ends.get(itemId);
    if (!end) return [];
    if ('refusal' in end) return [[String(position), 'refused', writtenRefusal(end.refusal), null, null, null]];
    return [[String(position), end.outcome, null, end.name ?? null, end.resultId ?? null, end.fromId ?? null]];
  });
  if (rows.length === 0) return;
  const values = valuesTable(['position', 'outcome', 'refusal', 'name', 'resultId', 'fromId'], rows);
  await tx.$executeRaw(sql`
    WITH ${values}
    UPDATE "JobItem" SET "outcome" = "v"."outcome", "refusal" = "v"."refusal", "name" = "v"."name",
           "resultId" = COALESCE("v"."resultId", "JobItem"."resultId"), "fromId" = "v"."fromId"
      FROM "v" WHERE "JobItem"."jobId" = ${jobId} AND "JobItem"."outcome" IS NULL
       AND "JobItem"."position" = CAST("v"."position" AS INTEGER)`);
}

/** A refusal as it is kept; see readRefusal(). */
export function writtenRefusal({ code, message, detail }: AppError): string {
  return JSON.stringify({ code, message, detail });
}
