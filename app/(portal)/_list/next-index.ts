type Names = {
  /** where the focus is; -1 outside of the list */
  at: number;
  count: number;
  /** how many stand beside each other; 1 in a table */
  columns: number;
  isGrid: boolean;
};

/** The place in a list, or among tiles, that an arrow key, Home or End leads to; null where the key is another. */
export function nextIndex(key: string, { at, count, columns, isGrid }: Names): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at < 0 ? 0 : at + columns,
    ArrowUp: at < 0 ? 0 : at - columns,
    ...(at < 0 ? {} : { Home: 0, End: count - 1 }),
    ...(isGrid ? { ArrowRight: at + 1, ArrowLeft: at - 1 } : {}),
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}
