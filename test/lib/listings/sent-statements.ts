import Database from 'better-sqlite3';
import { Client } from 'pg';
import { vi } from 'vitest';
import { dialect, sqliteFile } from '@/lib/db/adapter';

/** What the driver is really given while `work` runs, transactions' own statements included. */
export async function sentStatements(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const spies =
    dialect() === 'sqlite'
      ? [
          vi.spyOn(Database.prototype, 'prepare').mockName('prepare'),
          vi.spyOn(Database.prototype, 'exec').mockName('exec'),
        ]
      : [vi.spyOn(Client.prototype, 'query').mockName('query')];
  try {
    await work();
    for (const spy of spies) texts.push(...spy.mock.calls.map(([statement]) => textOf(statement)));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return texts;
}

function textOf(statement: unknown): string {
  return typeof statement === 'string' ? statement : String(Reflect.get(Object(statement), 'text'));
}

type Step = { id: number; parent: number; detail: string };

/** How SQLite goes about a statement, a line a step. @param within only the steps below the one of this name */
export function sqlitePlan(statement: string, within?: string): string[] {
  const connection = new Database(sqliteFile(), { readonly: true });
  try {
    const values = new Array(statement.match(/\?/g)?.length ?? 0).fill(null);
    const steps = connection.prepare<unknown[], Step>(`EXPLAIN QUERY PLAN ${statement}`).all(...values);
    const above = steps.find(({ detail }) => detail === within);
    return steps.filter(({ parent }) => !within || parent === above?.id).map(({ detail }) => detail);
  } finally {
    connection.close();
  }
}
