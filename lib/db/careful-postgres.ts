import { PrismaPg } from '@prisma/adapter-pg';
import type { IsolationLevel, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import type { PoolClient } from 'pg';

/**
 * The official PostgreSQL adapter, which hands a connection back to its pool after each transaction however
 * that ended. Where COMMIT or ROLLBACK got no answer in time, the connection is still inside the transaction
 * when the server wakes up: the next writes on it would be acknowledged and lost. Here it is closed instead.
 */
export class CarefulPostgres extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level?: IsolationLevel) => closeUnlessEnded(await start(level));
    return adapter;
  }
}

function closeUnlessEnded(transaction: Transaction): Transaction {
  const client = connectionOf(transaction);
  const { executeRaw, queryRaw, commit, rollback } = transaction;
  let broken: { error: unknown } | null = null;

  const unlessBroken = <T>(run: (query: SqlQuery) => Promise<T>) => {
    return async (query: SqlQuery): Promise<T> => {
      // After a time-out nothing more is answered on this connection: waiting again would only take longer.
      if (broken) throw broken.error;
      try {
        return await run.call(transaction, query);
      } catch (error) {
        if (isWithoutAnswer(error)) broken = { error };
        throw error;
      }
    };
  };
  const closing = (end: () => Promise<void>) => async () => {
    if (broken || client.getTransactionStatus() !== 'I') {
      const release = client.release.bind(client);
      client.release = () => release(true);
    }
    await end.call(transaction);
  };
  transaction.executeRaw = unlessBroken(executeRaw);
  transaction.queryRaw = unlessBroken(queryRaw);
  transaction.commit = closing(commit);
  transaction.rollback = closing(rollback);
  return transaction;
}

/** The pooled connection of a transaction, which the adapter keeps to itself. */
function connectionOf(transaction: Transaction): PoolClient {
  const client: unknown = Reflect.get(transaction, 'client');
  if (!isPooled(client)) throw new Error('The PostgreSQL adapter does not show its connection any more.');
  return client;
}

/** By its methods: the bundles of the two doors may load the driver twice. */
function isPooled(client: unknown): client is PoolClient {
  return ['getTransactionStatus', 'release'].every((name) => typeof Reflect.get(Object(client), name) === 'function');
}

/** Whether an error is the driver's own and not the server's answer: those come as DriverAdapterError. */
function isWithoutAnswer(error: unknown): boolean {
  return error instanceof Error && error.name !== 'DriverAdapterError';
}
