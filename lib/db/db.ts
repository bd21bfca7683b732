import { dialect, makeAdapter } from './adapter';
import { PrismaClient as PostgresClient } from './generated/postgresql/client';
import { PrismaClient as SqliteClient } from './generated/sqlite/client';

export type Db = SqliteClient;
export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0];

const holder = globalThis as typeof globalThis & { lecternDb?: Db | undefined };

const options = { transactionOptions: { maxWait: 15_000, timeout: 20_000 } };

/**
 * The Prisma client of this process. The two doors load this module twice; both get the same client.
 * Inside a transaction use only the client that {@link inTransaction} hands over.
 */
export function db(): Db {
  holder.lecternDb ??= dialect() === 'sqlite' ? new SqliteClient({ adapter: makeAdapter(), ...options }) : postgres();
  return holder.lecternDb;
}

/** The clients of both dialects come from the same models; only their types are not assignable to each other. */
function postgres(): Db {
  return new PostgresClient({ adapter: makeAdapter(), ...options }) as unknown as Db;
}

/** Forgets the client, so that the next call makes a new one: after closing, or when its connection is spoilt. */
export function forgetDb(): Db | undefined {
  const old = holder.lecternDb;
  holder.lecternDb = undefined;
  return old;
}
