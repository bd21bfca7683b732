import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/close-database';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { emptyDatabase } from '../../empty-database';

const isSqlite = !process.env.DATABASE_URL;
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Another process that makes the database ready, says how that went, and stays. */
async function otherProcess(options: { guard: boolean }): Promise<{ child: ChildProcess; said: string }> {
  const code = `
    const { prepareDatabase } = await import('@/lib/db/prepare-database');
    setInterval(() => {}, 60_000);
    const ready = () => console.log('ready', 'lecternEngine' in globalThis ? 'with' : 'without', 'the schema engine');
    await prepareDatabase(${JSON.stringify(options)}).then(ready, (e) => console.log(e.code, e.message));
  `;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  if (!child.stdout) throw new Error('no output');
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe.runIf(isSqlite)('one server a SQLite file', () => {
  test('F16: a second server process is refused in a sentence, the command line is not, and kill -9 frees the file', async () => {
    const first = await otherProcess({ guard: true });
    expect(first.said).toMatch(/^ready/);
    const second = await otherProcess({ guard: true });
    expect(second.said).toMatch(/^settings Another Lectern server uses .*lectern\.db already\. Stop it first/);
    const commandLine = await otherProcess({ guard: false });
    expect(commandLine.said).toMatch(/^ready/);
    await Promise.all([second, commandLine].map(({ child }) => end(child)));

    await end(first.child);
    const afterKill = await otherProcess({ guard: true });
    expect(afterKill.said).toMatch(/^ready/);
    await end(afterKill.child);
  });

  test('both doors of one process share the guard, whoever made the database ready first', async () => {
    await prepareDatabase({ guard: false });
    await Promise.all([prepareDatabase(), prepareDatabase()]);
    expect((await otherProcess({ guard: true })).said).toMatch(/^settings /);
  });
});

test.skipIf(isSqlite)('a PostgreSQL database that can only be read stops the start with a sentence', async () => {
  const url = new URL(process.env.DATABASE_URL ?? '');
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const name = client.escapeIdentifier(url.pathname.slice(1));
  await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  try {
    const { child, said } = await otherProcess({ guard: true });
    expect(said).toMatch(/^settings The database can be read only: .* Set DATABASE_URL to one that can be written\.$/);
    await end(child);
  } finally {
    await client.query('SET transaction_read_only = off');
    await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    await client.end();
  }
});

describe.runIf(isSqlite)('a SQLite database that is ready', () => {
  test('writes ahead, flushes before it answers and minds foreign keys', async () => {
    await prepareDatabase({ guard: false });
    const pragma = async (name: string) =>
      Object.values(Object((await db().$queryRawUnsafe<unknown[]>(`PRAGMA ${name}`))[0]));
    expect(await pragma('journal_mode')).toEqual(['wal']);
    expect(await pragma('synchronous')).toEqual([2n]);
    expect(await pragma('foreign_keys')).toEqual([1n]);
    expect(Number((await pragma('busy_timeout'))[0])).toBeLessThanOrEqual(1_000);
  });

  test('has the same settings on the connection after closing', async () => {
    await closeDatabase();
    expect(await db().$queryRawUnsafe('PRAGMA synchronous')).toEqual([{ synchronous: 2n }]);
    expect(await db().$queryRawUnsafe('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1n }]);
  });
});

test('the schema engine is loaded by a start that has something to apply, and by no other', async () => {
  await closeDatabase();
  await emptyDatabase();
  const said: string[] = [];
  for (const _ of ['the first start', 'the second']) {
    const start = await otherProcess({ guard: false });
    said.push(start.said);
    await end(start.child);
  }
  expect(said).toEqual(['ready with the schema engine', 'ready without the schema engine']);
});

test.runIf(isSqlite)(
  'the folder of the database is made, and it and the file are for their own user only',
  async () => {
    const folder = path.join(process.env.DATA_DIR ?? '', 'made', 'by', 'lectern');
    const code = `await (await import('@/lib/db/prepare-database')).prepareDatabase(); process.exit();`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      env: { ...process.env, DATABASE_URL: `file:${path.join(folder, 'documents.db')}` },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'documents.db')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'documents.db')).size).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  },
);
