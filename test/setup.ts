// Gives each test file a world of its own before anything of the product is imported: an empty DATA_DIR, no
// settings of the developer, a database that has every migration and no rows, and goes away at the end.
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
// Next takes AsyncLocalStorage from the global scope, where its server puts it first.
import 'next/dist/server/node-environment-baseline.js';
import { afterAll, inject } from 'vitest';

import { onPostgres, withDatabase } from './on-postgres';
import { beginWorld, endWorld } from './world';

beginWorld();

// An empty value counts as not set, and it hides what a developer's own `.env` says.
const names = Object.keys(parseEnv(readFileSync(path.join(import.meta.dirname, '../.env.example'), 'utf8')));
for (const name of names) process.env[name] = '';

const dataDir = mkdtempSync(path.join(tmpdir(), 'lectern-test-'));
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL = 'silent';
process.env.AUTH_SECRET = randomBytes(48).toString('base64url');

const prepared = inject('preparedDatabase');
const server = process.env.LECTERN_TEST_POSTGRES;
const database = `lectern_test_${process.pid}_${randomBytes(6).toString('hex')}`;
if (server) {
  await onPostgres(server, `CREATE DATABASE ${database} TEMPLATE ${prepared}`);
  process.env.DATABASE_URL = withDatabase(server, database);
} else {
  copyFileSync(prepared, path.join(dataDir, 'lectern.db'));
}

afterAll(async () => {
  await endWorld();
  if (server) await onPostgres(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  rmSync(dataDir, { recursive: true, force: true });
});
