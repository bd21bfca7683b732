// Gives each test file a world of its own before anything of the product is imported: an empty DATA_DIR,
// no settings of the developer, and in the project "postgresql" an empty database that goes away at the end.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
// Next takes AsyncLocalStorage from the global scope, where its server puts it first.
import 'next/dist/server/node-environment-baseline.js';
import { Client } from 'pg';
import { afterAll } from 'vitest';

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

// An empty value counts as not set, and it hides what a developer's own `.env` says.
const names = Object.keys(parseEnv(readFileSync(path.join(import.meta.dirname, '../.env.example'), 'utf8')));
for (const name of names) process.env[name] = '';

const dataDir = mkdtempSync(path.join(tmpdir(), 'lectern-test-'));
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL = 'silent';
process.env.AUTH_SECRET = randomBytes(48).toString('base64url');

const server = process.env.LECTERN_TEST_POSTGRES;
if (server) {
  const database = `lectern_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${database}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  process.env.DATABASE_URL = url.href;
  afterAll(async () => {
    const { closeDatabase } = await import('@/lib/db/close-database');
    await closeDatabase();
    await onServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  });
}

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
