import { noSql, rawSql, type Sql, sql } from '@/lib/db/sql';
import type { Cursor } from './listing-query';

/** What rows are sorted by. Equal rows go by id, so that no row is shown twice or left out between two pages. */
export type Order = {
  /** an expression of the statement, part of the program */
  by: string;
  id: string;
  direction: 'ascending' | 'descending';
  /** how the value is kept in a cursor */
  type: 'text' | 'time' | 'number';
};

/** `ORDER BY` for an order. */
export function orderBy({ by, id, direction }: Order): Sql {
  const word = direction === 'ascending' ? 'ASC' : 'DESC';
  return rawSql(`ORDER BY ${by} ${word}, ${id} ${word}`);
}

/** The condition that leaves out everything up to the cursor: keyset paging stays quick however far it goes. */
export function afterCursor({ by, id, direction, type }: Order, cursor: Cursor | null): Sql {
  if (!cursor) return noSql;
  const value = parameterOf(type, cursor.value);
  if (value === null) return noSql;
  const sign = rawSql(direction === 'ascending' ? '>' : '<');
  return sql`AND (${rawSql(by)}, ${rawSql(id)}) ${sign} (${value}, ${cursor.id})`;
}

function parameterOf(type: Order['type'], text: string): string | Date | bigint | null {
  if (type === 'text') return text;
  if (type === 'number') return /^\d{1,18}$/.test(text) ? BigInt(text) : null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** The value of a sorted column as a cursor keeps it. */
export function cursorValue(value: string | number | bigint | Date): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
