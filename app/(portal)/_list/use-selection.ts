'use client';

import { useCallback, useMemo, useState } from 'react';
import { extended, kept, nothing, type Selection, toggled } from './selection';

/** What is chosen in a list; what has gone from the list is not chosen any more. */
export function useSelection<T extends { id: string }>(items: readonly T[]) {
  const [selection, setSelection] = useState<Selection>(nothing);
  const order = useMemo(() => items.map((item) => item.id), [items]);
  const now = useMemo(() => kept(selection, order), [selection, order]);
  return {
    chosen: useMemo(() => items.filter((item) => now.ids.has(item.id)), [items, now]),
    has: (id: string) => now.ids.has(id),
    count: now.ids.size,
    toggle: useCallback((id: string) => setSelection((old) => toggled(old, id)), []),
    extend: useCallback((id: string) => setSelection((old) => extended(old, order, id)), [order]),
    all: useCallback(() => setSelection({ ids: new Set(order), anchor: null }), [order]),
    clear: useCallback(() => setSelection(nothing), []),
  };
}

export type ListSelection<T extends { id: string }> = ReturnType<typeof useSelection<T>>;
