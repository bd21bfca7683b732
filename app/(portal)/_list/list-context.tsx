'use client';

import { createContext, useContext } from 'react';
import type { Conversions } from '@/lib/wopi/list-conversions';
import type { Item } from './item';
import type { Place } from './place';
import type { How } from './use-placing';
import type { ListSelection } from './use-selection';

/** What the parts of a list can ask for. */
export type ListTools = {
  place: Place;
  personId: string;
  conversions: Conversions;
  selection: ListSelection<Item>;
  rename: (item: Item) => void;
  trash: (items: readonly Item[]) => void;
  star: (items: readonly Item[], starred: boolean) => void;
  choosePlace: (how: How, items: readonly Item[]) => void;
  showDetails: (item: Item) => void;
  showVersions: (item: Item) => void;
  switchCopies: (item: Item) => void;
};

const Tools = createContext<ListTools | null>(null);

export const ListToolsProvider = Tools.Provider;

export function useListTools(): ListTools {
  const tools = useContext(Tools);
  if (!tools) throw new Error('This part belongs into a list.');
  return tools;
}
