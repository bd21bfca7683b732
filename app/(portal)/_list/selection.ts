/** What is chosen in a list, by id, and from where a range is counted. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null };

export const nothing: Selection = { ids: new Set(), anchor: null };

/** Chooses one more, or no longer; ranges are counted from it. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Chooses everything from the anchor to an item; without an anchor the item alone. */
export function extended({ ids, anchor }: Selection, order: readonly string[], to: string): Selection {
  const start = anchor === null ? -1 : order.indexOf(anchor);
  const end = order.indexOf(to);
  if (end < 0) return { ids, anchor };
  if (start < 0) return { ids: new Set([to]), anchor: to };
  return { ids: new Set(order.slice(Math.min(start, end), Math.max(start, end) + 1)), anchor };
}

/** What is left of a selection when the list has changed; the very same one where nothing of it has gone. */
export function kept(selection: Selection, order: readonly string[]): Selection {
  const there = new Set(order);
  const ids = [...selection.ids].filter((id) => there.has(id));
  const { anchor } = selection;
  if (ids.length === selection.ids.size) return selection;
  return { ids: new Set(ids), anchor: anchor !== null && there.has(anchor) ? anchor : null };
}
