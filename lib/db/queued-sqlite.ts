import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { IsolationLevel, SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { OneAtATime } from './one-at-a-time';

/** WAL, because the default journal can lose acknowledged writes; FULL, because a 200 promises a durable save. */
const pragmas = 'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;';

/**
 * The official SQLite adapter with one queue around it. The adapter has a single connection and lets a
 * statement slip into another's open transaction; here every statement outside a transaction and every
 * whole transaction takes its turn, and transactions begin IMMEDIATE, so that two writers wait for one
 * another instead of failing.
 */
export class QueuedSqlite extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqlDriverAdapter> {
    const inner = await super.connect();
    await inner.executeScript(pragmas);
    const queue = new OneAtATime();
    return {
      provider: inner.provider,
      adapterName: inner.adapterName,
      queryRaw: (query: SqlQuery) => queue.run(() => inner.queryRaw(query)),
      executeRaw: (query: SqlQuery) => queue.run(() => inner.executeRaw(query)),
      executeScript: (script: string) => queue.run(() => inner.executeScript(script)),
      ...(inner.getConnectionInfo ? { getConnectionInfo: () => inner.getConnectionInfo?.() ?? {} } : {}),
      startTransaction: (level?: IsolationLevel) => beginImmediate(inner, queue, level),
      dispose: () => inner.dispose(),
    } as SqlDriverAdapter; // getConnectionInfo is optional in the interface and ours may be missing too
  }
}

async function beginImmediate(
  inner: SqlDriverAdapter,
  queue: OneAtATime,
  level?: IsolationLevel,
): Promise<Transaction> {
  const free = await queue.acquire();
  try {
    const transaction = await inner.startTransaction(level);
    try {
      await inner.executeScript('ROLLBACK; BEGIN IMMEDIATE;');
    } catch (error) {
      // Another process holds the file: without this the adapter's own lock would stay taken for ever.
      await transaction.rollback();
      throw error;
    }
    const ended = async (end: () => Promise<void>) => {
      try {
        await end();
      } finally {
        free();
      }
    };
    return new Proxy(transaction, {
      get(target, key) {
        if (key === 'commit') return () => ended(() => target.commit());
        if (key === 'rollback') return () => ended(() => target.rollback());
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  } catch (error) {
    free();
    throw error;
  }
}
