import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { env } from '@/lib/env';
import { CarefulPostgres } from './careful-postgres';
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
const migrationBusyMs = 10_000;

/** A Prisma driver adapter for the database of the settings. */
export function makeAdapter(): QueuedSqlite | PrismaPg {
  if (dialect() === 'sqlite') return new QueuedSqlite({ url: `file:${sqliteFile()}`, timeout: busyMs });
  const { schema, ...server } = postgresServer();
  return new CarefulPostgres(
    {
      ...server,
      max: 20,
      // Without these a frozen server holds a request for ever. The server's own limit comes first: its
      // refusal leaves the connection usable.
      connectionTimeoutMillis: 5_000,
      statement_timeout: 8_000,
      query_timeout: 9_000,
      // Ends what an instance left open that is frozen or cut off, before its locks hold up the others.
      idle_in_transaction_session_timeout: 30_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
    schema ? { schema } : {},
  );
}

/**
 * An adapter for migrations: one connection, so that they can stand in one transaction, and no limit of
 * time for a statement, since a large table takes what it takes.
 */
export function makeMigrationAdapter(): PrismaBetterSqlite3 | PrismaPg {
  if (dialect() === 'sqlite') return new PrismaBetterSqlite3({ url: `file:${sqliteFile()}`, timeout: migrationBusyMs });
  const { schema, ...server } = postgresServer();
  const one = { ...server, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000, keepAlive: true };
  return new PrismaPg(one, schema ? { schema } : {});
}

/** Where the PostgreSQL of the settings is, as fields: a shadow database takes the same with its own name. */
export function postgresServer() {
  const url = new URL(env().DATABASE_URL);
  const schema = url.searchParams.get('schema');
  // The driver reads the rest: ports, sockets, certificates.
  const { host, port, user, password, database, ssl } = new Client({ connectionString: url.href });
  return {
    host,
    port,
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    ...(database ? { database } : {}),
    ssl,
    schema,
  };
}
