'use client';

/** The part of the Navigation API that is used; not every browser has it. */
type NavigationEntry = { key: string; url: string | null; index: number };
type Navigation = {
  currentEntry: NavigationEntry | null;
  entries: () => NavigationEntry[];
  traverseTo: (key: string) => unknown;
};

const listPath = '/documents';

/**
 * Goes back to the list: to the very page that the document was opened from if that is the last one,
 * otherwise to the list in the editor's place. Either way Back does not lead into the editor again.
 */
export function leaveEditor(): void {
  const navigation = (window as Window & { navigation?: Navigation }).navigation;
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1];
  if (navigation && before?.url && new URL(before.url).pathname === listPath) navigation.traverseTo(before.key);
  else window.location.replace(listPath);
}
