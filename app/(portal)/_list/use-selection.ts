'use client';

import { useCallback, useMemo, useState } from 'react';
import { extended, kept, nothing, type Selection, toggled } from './selection';

/**
 * What is chosen in a list; what has gone from the list is not chosen any more.
 * @returns `isEverything` when the person means the whole list, and not only what of it is on the page
 */
export function useSelection<T extends { id: string }>(items: readonly T[]) {
  const [selection, choose] = useState<Selection>(nothing);
  const [isEverything, setEverything] = useState(false);
  const setSelection = useCallback((next: Selection | ((old: Selection) => Selection)) => {
    setEverything(false);
    choose(next);
  }, []);
  const order = useMemo(() => items.map((item) => item.id), [items]);
  const now = useMemo(() => kept(selection, order), [selection, order]);
  return {
    chosen: useMemo(() => items.filter((item) => now.ids.has(item.id)), [items, now]),
    has: (id: string) => now.ids.has(id),
    count: now.ids.size,
    /** whether all that is on the page is chosen */
    isWhole: now.ids.size === order.length,
    isEverything: isEverything && now.ids.size === order.length,
    everything: useCallback(() => setEverything(true), []),
    toggle: useCallback((id: string) => setSelection((old) => toggled(old, id)), [setSelection]),
    extend: useCallback((id: string) => setSelection((old) => extended(old, order, id)), [setSelection, order]),
    all: useCallback(() => setSelection({ ids: new Set(order), anchor: null }), [setSelection, order]),
    clear: useCallback(() => setSelection(nothing), [setSelection]),
  };
}

export type ListSelection<T extends { id: string }> = ReturnType<typeof useSelection<T>>;
