import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { IsolationLevel, SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { LoopTurns } from './loop-turns';
import { OneAtATime } from './one-at-a-time';

/** WAL, because the default journal can lose acknowledged writes; FULL, because a 200 promises a durable save. */
const pragmas = 'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;';

/** The driver is synchronous: after this much work, in milliseconds, whatever else the process has to do comes first. */
const turnMs = 10;

/**
 * The official SQLite adapter with one queue around it. The adapter has a single connection and lets a
 * statement slip into another's open transaction; here every statement outside a transaction and every
 * whole transaction takes its turn, and transactions begin IMMEDIATE, so that two writers wait for one
 * another instead of failing. Between any two statements the event loop may have its turn.
 */
export class QueuedSqlite extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqlDriverAdapter> {
    const open = async () => {
      const connection = await super.connect();
      await connection.executeScript(pragmas);
      return connection;
    };
    return new QueuedConnection(await open(), open);
  }
}

class QueuedConnection implements SqlDriverAdapter {
  readonly provider: SqlDriverAdapter['provider'];
  readonly adapterName: SqlDriverAdapter['adapterName'];
  readonly #open: () => Promise<SqlDriverAdapter>;
  readonly #queue = new OneAtATime();
  readonly #turns = new LoopTurns(turnMs);
  #inner: SqlDriverAdapter | null;

  constructor(inner: SqlDriverAdapter, open: () => Promise<SqlDriverAdapter>) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
    this.#inner = inner;
    this.#open = open;
  }

  queryRaw(query: SqlQuery) {
    return this.#inTurn((connection) => connection.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#inTurn((connection) => connection.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#inTurn((connection) => connection.executeScript(script));
  }

  async startTransaction(level?: IsolationLevel): Promise<Transaction> {
    const free = await this.#queue.acquire();
    try {
      await this.#turns.give();
      const inner = await this.#clean();
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
          await this.#turns.give();
          await end();
        } finally {
          await this.#clean().catch(() => {});
          free();
        }
      };
      const turns = this.#turns;
      return new Proxy(transaction, {
        get(target, key) {
          if (key === 'commit') return () => ended(() => target.commit());
          if (key === 'rollback') return () => ended(() => target.rollback());
          if (key === 'queryRaw') return (query: SqlQuery) => turns.give().then(() => target.queryRaw(query));
          if (key === 'executeRaw') return (query: SqlQuery) => turns.give().then(() => target.executeRaw(query));
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    } catch (error) {
      free();
      throw error;
    }
  }

  async dispose(): Promise<void> {
    await this.#inner?.dispose();
  }

  #inTurn<T>(work: (connection: SqlDriverAdapter) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      await this.#turns.give();
      return work(await this.#clean());
    });
  }

  /**
   * The connection, outside any transaction. Prisma sends no ROLLBACK after a COMMIT that failed: the
   * connection would stay inside the transaction, and each later write would be acknowledged and lost.
   */
  async #clean(): Promise<SqlDriverAdapter> {
    if (this.#inner && isInTransaction(this.#inner)) {
      const spoilt = this.#inner;
      try {
        await spoilt.executeScript('ROLLBACK');
      } catch {
        this.#inner = null;
        await spoilt.dispose();
      }
    }
    this.#inner ??= await this.#open();
    return this.#inner;
  }
}

/** What the driver says of its connection, which the adapter keeps to itself. */
function isInTransaction(adapter: SqlDriverAdapter): boolean {
  const driver: unknown = Reflect.get(adapter, 'client');
  const state: unknown = Reflect.get(Object(driver), 'inTransaction');
  if (typeof state !== 'boolean') throw new Error('The SQLite adapter does not show its connection any more.');
  return state;
}
