'use client';

import type { ActionResult } from '@/app/_actions/action-result';
import { notify } from '@/app/_components/toast';
import type { ItemResult } from './for-each';

/**
 * Says what was refused of something that was done with several items, with the first reason.
 * @returns the items that it was done with
 */
export function reportResults<T extends { name: string }>(
  items: readonly T[],
  result: ActionResult<{ results: ItemResult[] }>,
  title: (n: number, one: string) => string,
): T[] {
  const all = result.ok ? result.results : items.map(() => result);
  const done = items.filter((_, index) => all[index]?.ok === true);
  const refused = items.flatMap((item, index) => {
    const one = all[index];
    return one && !one.ok ? [{ item, message: one.message }] : [];
  });
  const [first] = refused;
  if (first) notify({ title: title(refused.length, first.item.name), text: first.message, isProblem: true });
  return done;
}
