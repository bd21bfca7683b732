import type { WorkResult } from './work-answer';

/** The items that were refused because their names are taken: the person is asked about them. */
export function clashesIn<T extends { id: string }>(result: WorkResult, items: readonly T[]): T[] {
  if (!result.ok) return [];
  const taken = new Set(result.results.flatMap((one) => (!one.ok && one.code === 'name-taken' ? [one.itemId] : [])));
  return items.filter(({ id }) => taken.has(id));
}
