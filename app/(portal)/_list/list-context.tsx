'use client';

import { createContext, useContext } from 'react';
import type { Conversions } from '@/lib/wopi/list-conversions';
import type { DocumentItem, Item } from './item';
import type { Place } from './place';
import type { ChangeList } from './use-change-list';
import type { How } from './use-placing';
import type { ListSelection } from './use-selection';

/** What the parts of a list can ask for. */
export type ListTools = {
  place: Place;
  changeList: ChangeList;
  personId: string;
  conversions: Conversions;
  selection: ListSelection<Item>;
  /** how much the list has in all */
  total: number;
  /** what is wished for all of it */
  trashEverything: () => void;
  placeEverything: (how: How) => void;
  rename: (item: Item) => void;
  trash: (items: readonly Item[]) => void;
  star: (items: readonly Item[], starred: boolean) => void;
  choosePlace: (how: How, items: readonly Item[]) => void;
  showDetails: (item: Item) => void;
  showVersions: (item: Item) => void;
  endEditing: (document: DocumentItem) => void;
  switchCopies: (item: Item) => void;
};

const Tools = createContext<ListTools | null>(null);

export const ListToolsProvider = Tools.Provider;

export function useListTools(): ListTools {
  const tools = useContext(Tools);
  if (!tools) throw new Error('This part belongs into a list.');
  return tools;
}
