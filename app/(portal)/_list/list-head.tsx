'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import Link from 'next/link';
import { useMessages } from '@/app/_locale/messages-context';
import { sortColumns } from '@/lib/shared/list-sort';
import { useListTools } from './list-context';
import { changedList, type ListState, listQuery, nextSort } from './list-state';

type HeadProps = { path: string; state: ListState; isSortable: boolean };

/** The columns; a click on one sorts by it. */
export function ListHead({ path, state, isSortable }: HeadProps) {
  const words = useMessages().documents.columns;
  const { changeList } = useListTools();
  const { sort } = state;
  const Arrow = sort.direction === 'ascending' ? ChevronUp : ChevronDown;
  return (
    <thead>
      <tr>
        {sortColumns.map((column) => {
          const isSorted = isSortable && sort.column === column;
          const change = { sort: nextSort(column, sort) };
          const href = path + listQuery(changedList(state, change));
          return (
            <th key={column} scope="col" className={`col-${column}`} aria-sort={isSorted ? sort.direction : undefined}>
              {isSortable ? (
                <Link
                  href={href}
                  prefetch={false}
                  replace
                  scroll={false}
                  onNavigate={(event) => {
                    event.preventDefault();
                    changeList(change);
                  }}
                >
                  {words[column]}
                  {isSorted ? <Arrow className="icon" aria-hidden /> : null}
                </Link>
              ) : (
                words[column]
              )}
            </th>
          );
        })}
        <th scope="col" className="col-actions">
          <span className="sr-only">{words.actions}</span>
        </th>
      </tr>
    </thead>
  );
}
