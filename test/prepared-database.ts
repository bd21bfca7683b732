// Before the first test of a run: a database with all migrations, which each file gets a copy of.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { onPostgres, withDatabase } from './on-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** the SQLite file to copy, or the name of the PostgreSQL database that is the template */
    preparedDatabase: string;
  }
}

type Prepared = { name: string; remove(): Promise<void> };

/** Several projects use the same: it is made once in a run. */
const holder = globalThis as typeof globalThis & { testDatabases?: Map<string, Promise<Prepared>> };

export default async function prepareOnce(project: TestProject): Promise<() => Promise<void>> {
  const server = project.config.env.LECTERN_TEST_POSTGRES ?? '';
  holder.testDatabases ??= new Map();
  const making = holder.testDatabases.get(server) ?? (server ? onServer(server) : inFile());
  holder.testDatabases.set(server, making);
  const { name, remove } = await making;
  project.provide('preparedDatabase', name);
  return remove;
}

async function inFile(): Promise<Prepared> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-prepared-'));
  const file = path.join(folder, 'lectern.db');
  await migrate(`file:${file}`);
  return { name: file, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function onServer(server: string): Promise<Prepared> {
  const name = `lectern_prepared_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onPostgres(server, `CREATE DATABASE ${name}`);
  await migrate(withDatabase(server, name));
  return { name, remove: () => onPostgres(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** In a process of its own: the settings are read once in a process, and here are two databases. */
async function migrate(url: string): Promise<void> {
  const code = `
    const { prepareDatabase } = await import('@/lib/db/prepare-database');
    const { closeDatabase } = await import('@/lib/db/close-database');
    await prepareDatabase({ guard: false });
    await closeDatabase();`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`The database of the tests could not be made: status ${status}.`);
}
