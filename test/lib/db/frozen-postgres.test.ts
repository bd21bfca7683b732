import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CarefulPostgres } from '@/lib/db/careful-postgres';
import { db } from '@/lib/db/db';
import { PrismaClient } from '@/lib/db/generated/postgresql/client';
import { isTransient } from '@/lib/db/is-transient';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { retryTransient } from '@/lib/db/retry-transient';
import { newId } from '@/lib/shared/new-id';
import { freezableNetwork } from './freezable-network';

function event(id: string) {
  return { id, at: new Date(), action: 'test.write', outcome: 'done' };
}

/** What `work` threw. */
function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe.runIf(process.env.DATABASE_URL)('a PostgreSQL server that does not answer', () => {
  let network: Awaited<ReturnType<typeof freezableNetwork>>;
  let client: PrismaClient;
  beforeAll(() => prepareDatabase({ guard: false }));

  // One connection, so that whatever comes next is on the one that froze, if that is kept.
  beforeEach(async () => {
    const url = new URL(process.env.DATABASE_URL ?? '');
    network = await freezableNetwork({ host: url.hostname, port: Number(url.port || 5432) });
    const adapter = new CarefulPostgres({
      host: '127.0.0.1',
      port: network.port,
      user: decodeURIComponent(url.username),
      ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
      database: url.pathname.slice(1),
      max: 1,
      query_timeout: 300,
      connectionTimeoutMillis: 300,
    });
    client = new PrismaClient({ adapter });
    return async () => {
      network.cut({ forGood: true });
      await client.$disconnect();
    };
  });
  afterAll(() => db().auditEvent.deleteMany({}));

  const kept = async (ids: string[]) => {
    const rows = await db().auditEvent.findMany({ where: { id: { in: ids } }, select: { id: true } });
    return rows.map((row) => row.id);
  };

  test('in the middle of a transaction: the write after it is kept, the transaction is not, and both are told', async () => {
    const [before, during, after] = [newId(), newId(), newId()];
    const error = await thrownBy(
      client.$transaction(async (tx) => {
        await tx.auditEvent.create({ data: event(before) });
        network.freeze();
        await tx.auditEvent.create({ data: event(during) });
      }),
    );
    expect(isTransient(error)).toBe(true);
    network.thaw();
    await client.auditEvent.create({ data: event(after) });
    expect(await kept([before, during, after])).toEqual([after]);
  });

  test('at COMMIT: the write after it is kept', async () => {
    const after = newId();
    const error = await thrownBy(
      client.$transaction(async (tx) => {
        await tx.auditEvent.create({ data: event(newId()) });
        network.freeze();
      }),
    );
    expect(isTransient(error)).toBe(true);
    network.thaw();
    await client.auditEvent.create({ data: event(after) });
    expect(await kept([after])).toEqual([after]);
  });

  test('and then does: a transaction that is tried again is done once', async () => {
    const ids = [newId(), newId()];
    let tries = 0;
    await retryTransient(() =>
      client.$transaction(async (tx) => {
        tries += 1;
        network.thaw();
        await tx.auditEvent.create({ data: event(ids[0] ?? '') });
        if (tries === 1) network.freeze();
        await tx.auditEvent.create({ data: event(ids[1] ?? '') });
      }),
    );
    expect(tries).toBe(2);
    expect((await kept(ids)).sort()).toEqual(ids.sort());
  });

  test('that ended the connection, that refuses it or has none free: all of it passes by itself', async () => {
    const count = (tx: { auditEvent: { count(): Promise<number> } }) => tx.auditEvent.count();
    const cut = client.$transaction(async (tx) => {
      await count(tx);
      network.cut({ forGood: false });
      await count(tx);
    });
    expect(isTransient(await thrownBy(cut))).toBe(true);

    const ended = client.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await db().$executeRaw`SELECT pg_terminate_backend(${row?.pid})`;
      await count(tx);
    });
    expect(isTransient(await thrownBy(ended))).toBe(true);

    await client.$transaction(async (tx) => {
      await count(tx);
      expect(isTransient(await thrownBy(count(client)))).toBe(true);
    });

    network.cut({ forGood: true });
    await thrownBy(count(client));
    expect(isTransient(await thrownBy(count(client)))).toBe(true);
    expect(isTransient(await thrownBy(client.$queryRaw`SELECT 1`))).toBe(true);
    expect(isTransient(await thrownBy(client.$transaction(count)))).toBe(true);
  });

  test('a mistake of ours does not pass by itself', async () => {
    expect(isTransient(await thrownBy(client.$queryRaw`SELECT nonsense`))).toBe(false);
    expect(isTransient(await thrownBy(client.grant.create({ data: {} as never })))).toBe(false);
    expect(isTransient(new Error('Connection to the storage failed'))).toBe(false);
  });
});
