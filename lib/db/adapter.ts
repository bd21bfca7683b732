import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { QueuedSqlite } from './queued-sqlite';

export type Dialect = 'sqlite' | 'postgresql';

/** Which database `DATABASE_URL` names. */
export function dialect(): Dialect {
  return env().DATABASE_URL.startsWith('file:') ? 'sqlite' : 'postgresql';
}

/** The path of the SQLite file. */
export function sqliteFile(): string {
  return env().DATABASE_URL.slice('file:'.length);
}

/**
 * How long SQLite waits for another process (the command line). The driver is synchronous, so the whole
 * event loop waits with it.
 */
const busyMs = 1_000;

/** A Prisma driver adapter for the database of the settings. */
export function makeAdapter(): QueuedSqlite | PrismaPg {
  if (dialect() === 'sqlite') return new QueuedSqlite({ url: `file:${sqliteFile()}`, timeout: busyMs });
  const url = new URL(env().DATABASE_URL);
  const schema = url.searchParams.get('schema');
  return new PrismaPg(
    {
      // Fields, not a connection string: a shadow database takes the same fields with its own name.
      host: url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
      database: decodeURIComponent(url.pathname.slice(1)),
      ...(url.searchParams.get('sslmode') === 'require' ? { ssl: true } : {}),
      max: 20,
      // Without these a frozen server holds a request for ever.
      connectionTimeoutMillis: 5_000,
      query_timeout: 15_000,
      statement_timeout: 15_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
    schema ? { schema } : {},
  );
}
