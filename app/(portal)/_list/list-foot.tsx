'use client';

import Link from 'next/link';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatLocale } from '@/lib/shared/messages/locale';
import { changedList, type ListState, listQuery, mostRows, rowsAtFirst } from './list-state';

type FootProps = { path: string; state: ListState; shown: number; total: number; next: string | null };

/** How much of the list is on the page, and the way to the rest. */
export function ListFoot({ path, state, shown, total, next }: FootProps) {
  const words = useMessages().portal.list;
  const language = formatLocale[useLocale()];
  if (next === null && state.after === null) return null;
  const canGrow = next !== null && state.show < mostRows;
  const grown = changedList(state, { show: state.show + rowsAtFirst });
  const nextPage = changedList(state, { after: next, from: state.from + shown, show: rowsAtFirst });
  const firstPage = changedList(state, { after: null, from: 1, show: rowsAtFirst });
  return (
    <div className="list-foot">
      <p className="muted" role="status">
        {words.range(state.from, state.from + shown - 1, total.toLocaleString(language))}
      </p>
      {state.after === null ? null : (
        <Link className="btn" href={path + listQuery(firstPage)} prefetch={false}>
          {words.firstPage}
        </Link>
      )}
      {canGrow ? (
        <Link className="btn" href={path + listQuery(grown)} prefetch={false} replace scroll={false}>
          {words.showMore}
        </Link>
      ) : null}
      {next === null ? null : (
        <Link
          className="btn"
          data-look={canGrow ? 'quiet' : undefined}
          href={path + listQuery(nextPage)}
          prefetch={false}
        >
          {words.nextPage}
        </Link>
      )}
    </div>
  );
}
