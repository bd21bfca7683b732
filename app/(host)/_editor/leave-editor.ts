'use client';

import { type HistoryEntry, listEntry } from './list-entry';

/** The part of the Navigation API that is used; not every browser has it. */
type Navigation = {
  currentEntry: (HistoryEntry & { index: number }) | null;
  entries: () => HistoryEntry[];
  traverseTo: (key: string) => unknown;
};

function navigation(): Navigation | undefined {
  return (window as Window & { navigation?: Navigation }).navigation;
}

/**
 * Goes back to the list: to the very page that the document was opened from, otherwise to the page that lists it,
 * in the editor's place. Either way Back does not lead into the editor again.
 * @param listPath the path of the page that lists the document
 */
export function leaveEditor(listPath: string): void {
  const history = navigation();
  const key = history && listEntry(history.entries(), history.currentEntry?.index ?? 0);
  if (history && key) {
    history.traverseTo(key);
    return;
  }
  // A window that a script opened has no list to go back to; where it may not be closed, the list is shown.
  if (window.opener) window.close();
  window.location.replace(listPath);
}

/** Goes from an earlier version to the document itself, back to where it was open before if that was just now. */
export function showCurrentVersion(documentId: string, href: string): void {
  const history = navigation();
  const before = history?.entries()[(history.currentEntry?.index ?? 0) - 1];
  const url = before?.url ? new URL(before.url) : null;
  const isSame = url !== null && [`/edit/${documentId}`, `/view/${documentId}`].includes(url.pathname);
  if (history && before && isSame && !url.searchParams.has('version')) history.traverseTo(before.key);
  else window.location.replace(href);
}
