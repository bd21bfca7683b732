import { type FileKind, fileKinds } from '@/lib/shared/file-type';
import { type Sort, type SortColumn, sortColumns } from '@/lib/shared/list-sort';

export const views = ['list', 'grid'] as const;
export type View = (typeof views)[number];

/** How a list is asked for; all of it stands in the address, so that a reload and a shared link show the same. */
export type ListState = {
  sort: Sort;
  kind: FileKind | null;
  /** null: as this browser did last */
  view: View | null;
  /** rows on the page */
  show: number;
  /** the cursor that the page begins behind */
  after: string | null;
  /** the number of the page's first row */
  from: number;
  /** what is searched for */
  q: string;
};

export type Query = Record<string, string | string[] | undefined>;

/** Rows at first, with each "Show more", and at most: beyond that there is a next page. */
export const rowsAtFirst = 100;
export const mostRows = 500;

const byName: Sort = { column: 'name', direction: 'ascending' };

/** Reads the query of a list's address; nonsense means the default. */
export function readListState(query: Query): ListState {
  const column = sortColumns.find((known) => known === query.sort);
  const after = typeof query.after === 'string' && query.after !== '' ? query.after : null;
  return {
    sort: column ? { column, direction: query.order === 'descending' ? 'descending' : 'ascending' } : byName,
    kind: fileKinds.find((known) => known === query.type) ?? null,
    view: views.find((known) => known === query.view) ?? null,
    show: Math.min(mostRows, Math.max(rowsAtFirst, wholeNumber(query.show) ?? rowsAtFirst)),
    after,
    from: after === null ? 1 : (wholeNumber(query.from) ?? 1),
    q: typeof query.q === 'string' ? query.q.trim().slice(0, 250) : '',
  };
}

/** The query that {@link readListState} reads as this state; '' for the default. */
export function listQuery(state: ListState): string {
  const { sort, kind, view, show, after, from, q } = state;
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (sort.column !== byName.column || sort.direction !== byName.direction) {
    query.set('sort', sort.column);
    query.set('order', sort.direction);
  }
  if (kind) query.set('type', kind);
  if (view) query.set('view', view);
  if (show !== rowsAtFirst) query.set('show', String(show));
  if (after) {
    query.set('after', after);
    query.set('from', String(from));
  }
  return query.size > 0 ? `?${query}` : '';
}

/** The state with a change; another order or filter begins at the first page. */
export function changedList(state: ListState, change: Partial<ListState>): ListState {
  const isAnother = 'sort' in change || 'kind' in change || 'q' in change;
  return { ...state, ...(isAnother ? { after: null, from: 1, show: rowsAtFirst } : {}), ...change };
}

/** The order when a column is chosen: the first time the useful way round, then the other. */
export function nextSort(column: SortColumn, now: Sort): Sort {
  const first = column === 'modified' || column === 'size' ? 'descending' : 'ascending';
  const other = now.direction === 'ascending' ? 'descending' : 'ascending';
  return { column, direction: now.column === column ? other : first };
}

function wholeNumber(value: Query[string]): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}
