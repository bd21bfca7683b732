import type { Tx } from './db';
import { joinSql, rawSql, type Sql, sql } from './sql';

type Value = string | number | bigint | boolean | Date | null;

const quoted = (names: readonly string[]) => rawSql(names.map((name) => `"${name}"`).join(', '));
const tuple = (values: readonly Value[]): Sql => sql`(${joinSql(values.map((value) => sql`${value}`))})`;

/**
 * Inserts some hundred rows in one statement, several times quicker than Prisma's own `createMany`, which works
 * at each value by itself while everything else waits.
 * @param table the name of a model, part of the program
 * @param rows all with the same columns
 */
export async function insertRows(tx: Tx, table: string, rows: readonly Record<string, Value>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const tuples = rows.map((row) => tuple(columns.map((column) => row[column] ?? null)));
  await tx.$executeRaw(sql`INSERT INTO ${rawSql(`"${table}"`)} (${quoted(columns)}) VALUES ${joinSql(tuples)}`);
}

/** `"v" ("id", "name") AS (VALUES …)`: rows of values to join a statement with, as a common table expression. All are texts. */
export function valuesTable(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): Sql {
  return sql`"v" (${quoted(columns)}) AS (VALUES ${joinSql(rows.map(tuple))})`;
}
