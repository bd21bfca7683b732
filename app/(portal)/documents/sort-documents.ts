import type { DocumentListing } from '@/lib/documents/document-listing';

export const sortColumns = ['name', 'owner', 'modified', 'size'] as const;
export type SortColumn = (typeof sortColumns)[number];
export type Sort = { column: SortColumn; direction: 'ascending' | 'descending' };

/** The last changed first. */
export const defaultSort: Sort = { column: 'modified', direction: 'descending' };

/** How the address asks to sort, `?sort=name&order=descending`; nonsense means the default. */
export function readSort(query: Record<string, string | string[] | undefined>): Sort {
  const column = sortColumns.find((known) => known === query.sort);
  if (!column) return defaultSort;
  return { column, direction: query.order === 'descending' ? 'descending' : 'ascending' };
}

/** The address that sorts by a column: the first time the useful way round, then the other. */
export function sortHref(column: SortColumn, now: Sort): string {
  const first = column === 'modified' || column === 'size' ? 'descending' : 'ascending';
  const other = now.direction === 'ascending' ? 'descending' : 'ascending';
  const direction = now.column === column ? other : first;
  const isDefault = column === defaultSort.column && direction === defaultSort.direction;
  return isDefault ? '/documents' : `/documents?sort=${column}&order=${direction}`;
}

/** The documents in that order; equal ones by name, "Letter 2" before "Letter 10". */
export function sortDocuments(documents: readonly DocumentListing[], sort: Sort, locale: string): DocumentListing[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const by: Record<SortColumn, (a: DocumentListing, b: DocumentListing) => number> = {
    name: (a, b) => compare(a.name, b.name),
    owner: (a, b) => compare(a.isMine ? '' : a.ownerName, b.isMine ? '' : b.ownerName),
    modified: (a, b) => Date.parse(a.modifiedAt) - Date.parse(b.modifiedAt),
    size: (a, b) => a.size - b.size,
  };
  const turn = sort.direction === 'ascending' ? 1 : -1;
  return documents.toSorted(
    (a, b) => turn * by[sort.column](a, b) || compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
}
