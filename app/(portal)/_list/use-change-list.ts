'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { changedList, type ListState, listQuery } from './list-state';

/** Shows the list otherwise. */
export type ChangeList = (change: Partial<ListState>) => void;

/**
 * Changes the address of a list, in which all stands that was chosen. Two choices, one quickly after the other, both
 * count: the second builds on what was asked for, not on what the server has answered so far.
 */
export function useChangeList(path: string, state: ListState): ChangeList {
  const router = useRouter();
  const wished = useRef(state);
  useEffect(() => {
    wished.current = state;
  }, [state]);
  return (change) => {
    wished.current = changedList(wished.current, change);
    router.replace(path + listQuery(wished.current), { scroll: false });
  };
}
