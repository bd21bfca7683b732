import { dialect } from '@/lib/db/adapter';
import { db } from '@/lib/db/db';

/** A value as both databases read it from JSON; a moment as Prisma writes it on SQLite. */
type Value = string | number | boolean | null;

/** How SQLite's adapter of Prisma writes a moment, which its lists compare as text. */
export const moment = (at: number): string => new Date(at).toISOString().replace('Z', '+00:00');

/** Inserts any number of rows with one statement: ten thousand take Prisma's `createMany` seconds. */
export async function insertRows(table: string, rows: Record<string, Value>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((name) => `"${name}"`).join(', ');
  const [values, source] =
    dialect() === 'sqlite'
      ? [columns.map((name) => `value ->> '${name}'`).join(', '), 'json_each(?)']
      : [names, `json_populate_recordset(NULL::"${table}", $1::json)`];
  const text = `INSERT INTO "${table}" (${names}) SELECT ${values} FROM ${source}`;
  await db().$executeRawUnsafe(text, JSON.stringify(rows));
}
