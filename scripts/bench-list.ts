// Measures lists with many documents, on SQLite and on a PostgreSQL server if one answers, and prints a table.
// usage: npm run bench:list -- [--documents 100000]
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { findPostgres } from '../test/find-postgres';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '10000' } } });
if (!/^\d{4,6}$/.test(values.documents)) throw new Error('--documents is a number from 1000 to 999999.');
const root = path.resolve(import.meta.dirname, '..');

/** In a process of its own: the database of a process is chosen once. */
function measureIn(name: string, databaseUrl: string): void {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'lectern-bench-list-'));
  console.log(`\n${name}, ${Number(values.documents).toLocaleString('en')} documents in one folder`);
  try {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' };
    const args = ['--import', 'tsx', 'scripts/bench-list-once.ts', values.documents];
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

measureIn('SQLite', '');
const postgres = await findPostgres();
if (postgres) {
  const database = `lectern_bench_${randomBytes(6).toString('hex')}`;
  await onServer(postgres.url, `CREATE DATABASE ${database}`);
  try {
    const url = new URL(postgres.url);
    url.pathname = `/${database}`;
    measureIn(postgres.name, url.href);
  } finally {
    await onServer(postgres.url, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }
}
