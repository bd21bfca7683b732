'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import Link from 'next/link';
import { useMessages } from '@/app/_locale/messages-context';
import { type Sort, sortColumns, sortHref } from './sort-documents';

export function DocumentHead({ sort }: { sort: Sort }) {
  const words = useMessages().documents.columns;
  const Arrow = sort.direction === 'ascending' ? ChevronUp : ChevronDown;
  return (
    <thead>
      <tr>
        {sortColumns.map((column) => (
          <th
            key={column}
            scope="col"
            className={`col-${column}`}
            aria-sort={sort.column === column ? sort.direction : undefined}
          >
            <Link href={sortHref(column, sort)} prefetch={false} replace scroll={false}>
              {words[column]}
              {sort.column === column ? <Arrow className="icon" aria-hidden /> : null}
            </Link>
          </th>
        ))}
        <th scope="col" className="col-actions">
          <span className="sr-only">{words.actions}</span>
        </th>
      </tr>
    </thead>
  );
}
