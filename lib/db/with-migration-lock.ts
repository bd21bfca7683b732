import { Client } from 'pg';
import { dialect, postgresServer } from './adapter';

/** Any number that nothing else on the server uses as an advisory lock. */
const lockNumber = 7_355_608;

/** Runs `work` while no other instance migrates the same PostgreSQL database; SQLite has one server anyway. */
export async function withMigrationLock<T>(work: () => Promise<T>): Promise<T> {
  if (dialect() === 'sqlite') return work();
  const { schema: _, ...server } = postgresServer();
  const client = new Client({ ...server, connectionTimeoutMillis: 10_000, keepAlive: true });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    return await work();
  } finally {
    await client.end();
  }
}
