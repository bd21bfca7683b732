'use client';

import { useEffect } from 'react';
import { isElsewhere } from '../_list/shortcut-target';
import { useChooseFiles } from '../_uploads/upload-provider';
import { type Beginning, type NewKind, newKinds } from './new-kinds';
import { searchFieldId } from './search-box';

const beginnings: Readonly<Record<string, Beginning>> = {
  D: 'document',
  S: 'spreadsheet',
  P: 'presentation',
  T: 'text',
  M: 'markdown',
  F: 'folder',
  '?': 'keys',
};

/** The keys that mean the same on every page of the portal: `/`, `?`, and Shift with a letter for something new. */
export function useGlobalKeys(begin: (what: Beginning) => void, offered: readonly NewKind[]): void {
  const chooseFiles = useChooseFiles();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const beginning = Object.hasOwn(beginnings, event.key) ? beginnings[event.key] : undefined;
      const kind = newKinds.find((each) => each === beginning);
      if (kind && !offered.includes(kind)) return;
      if (beginning) begin(beginning);
      else if (event.key === 'U') chooseFiles('files');
      else if (event.key === '/') document.getElementById(searchFieldId)?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [begin, chooseFiles, offered]);
}
