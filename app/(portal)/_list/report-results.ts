'use client';

import type { ActionResult } from '@/app/_actions/action-result';
import { notify } from '@/app/_components/toast';
import type { ItemResult } from '../_work/work-answer';

type Named = { id: string; name: string };

/**
 * Says what was refused of something that was done with several items, with the first reason.
 * @returns the items that it was done with
 */
export function reportResults<T extends Named>(
  items: readonly T[],
  result: ActionResult<{ results: readonly ItemResult[] }>,
  title: (n: number, one: string) => string,
): T[] {
  const byId = new Map(result.ok ? result.results.map((one) => [one.itemId, one]) : []);
  const endOf = (item: T): ActionResult | undefined => (result.ok ? byId.get(item.id) : result);
  const refused = items.flatMap((item) => {
    const end = endOf(item);
    return end && !end.ok ? [{ item, message: end.message }] : [];
  });
  const [first] = refused;
  if (first) notify({ title: title(refused.length, first.item.name), text: first.message, isProblem: true });
  return items.filter((item) => endOf(item)?.ok === true);
}
