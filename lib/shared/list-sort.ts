/** The columns that a list can be sorted by. */
export const sortColumns = ['name', 'owner', 'modified', 'size'] as const;
export type SortColumn = (typeof sortColumns)[number];
export type Sort = { column: SortColumn; direction: 'ascending' | 'descending' };
