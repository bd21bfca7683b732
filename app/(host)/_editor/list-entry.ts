/** An entry of the tab's history, as the Navigation API has it. */
export type HistoryEntry = { key: string; url: string | null };

const listPages = /^\/(documents|recent|starred|shared|search|folders\/[^/]+)$/;
const editorPages = /^\/(edit|view)\/[^/]+$/;

/**
 * The page with a list that an editor page was opened from: the last one in the history, with nothing but pages of
 * documents in between (from viewing to editing, to an earlier version, to a copy).
 * @param index where the editor page stands among the entries
 * @returns its key, or null
 */
export function listEntry(entries: readonly HistoryEntry[], index: number): string | null {
  for (const { key, url } of entries.slice(0, Math.max(index, 0)).toReversed()) {
    const path = url === null ? '' : new URL(url).pathname;
    if (listPages.test(path)) return key;
    if (!editorPages.test(path)) return null;
  }
  return null;
}
