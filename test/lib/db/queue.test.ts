import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { isTransient } from '@/lib/db/is-transient';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { retryTransient } from '@/lib/db/retry-transient';
import { newId } from '@/lib/shared/new-id';

beforeAll(() => prepareDatabase({ guard: false }));

function event(id: string) {
  return { id, at: new Date(), action: 'test.write', outcome: 'done' };
}

describe.runIf(!process.env.DATABASE_URL)('another program on the SQLite file', () => {
  test('a transaction that cannot begin is transient, and the next one begins when the file is free', async () => {
    const other = new Database(path.join(process.env.DATA_DIR ?? '', 'lectern.db'));
    other.exec('BEGIN IMMEDIATE');
    const write = () => inTransaction((tx) => tx.auditEvent.create({ data: event(newId()) }));
    for (let n = 0; n < 2; n += 1) {
      const error: unknown = await write().catch((reason: unknown) => reason);
      expect(isTransient(error)).toBe(true);
    }
    other.exec('ROLLBACK');
    other.close();
    await write();
  });
});

describe('transactions and the statements beside them', () => {
  test.runIf(!process.env.DATABASE_URL)(
    'three that read, think and write on SQLite take turns: nothing is lost',
    async () => {
      const id = newId();
      await db().auditEvent.create({ data: { ...event(id), version: 0 } });
      const readThinkWrite = () =>
        inTransaction(async (tx) => {
          const { version } = await tx.auditEvent.findUniqueOrThrow({ where: { id } });
          await new Promise((resolve) => setImmediate(resolve));
          await tx.auditEvent.update({ where: { id }, data: { version: (version ?? 0) + 1 } });
        });
      await Promise.all([readThinkWrite(), readThinkWrite(), readThinkWrite()]);
      expect((await db().auditEvent.findUniqueOrThrow({ where: { id } })).version).toBe(3);
    },
  );

  test('a write beside a transaction that rolls back survives', async () => {
    const [inside, outside] = [newId(), newId()];
    const rolledBack = inTransaction(async (tx) => {
      await tx.auditEvent.create({ data: event(inside) });
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('rolled back on purpose');
    });
    const beside = db().auditEvent.create({ data: event(outside) });
    await expect(rolledBack).rejects.toThrow('on purpose');
    await beside;
    expect(await db().auditEvent.findMany({ where: { id: { in: [inside, outside] } }, select: { id: true } })).toEqual([
      { id: outside },
    ]);
  });

  test('guarded updates count: of twenty that race for one row one wins', async () => {
    const id = newId();
    await db().auditEvent.create({ data: event(id) });
    const counts = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        db().auditEvent.updateMany({ where: { id, outcome: 'done' }, data: { outcome: `taken by ${n}` } }),
      ),
    );
    expect(counts.filter((result) => result.count === 1)).toHaveLength(1);
  });

  test('an undefined condition is an error, never every row', async () => {
    const unknown: string | undefined = undefined;
    // exactOptionalPropertyTypes refuses this at compile time too; at run time Prisma must.
    const where = JSON.parse('{}');
    where.id = unknown;
    await expect(db().auditEvent.updateMany({ where, data: { outcome: 'lost' } })).rejects.toThrow();
  });

  test('a unique violation is recognised, and is not transient', async () => {
    const id = newId();
    await db().auditEvent.create({ data: event(id) });
    const error: unknown = await db()
      .auditEvent.create({ data: event(id) })
      .catch((reason: unknown) => reason);
    expect([isUniqueViolation(error), isTransient(error)]).toEqual([true, false]);
  });

  test('what passes by itself is tried again, what does not is thrown at once', async () => {
    let tries = 0;
    const busy = Object.assign(new Error('busy'), { code: 'P1008' });
    const result = await retryTransient(async () => {
      tries += 1;
      if (tries < 3) throw busy;
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 3]);
    await expect(retryTransient(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(retryTransient(() => Promise.reject(busy), { forMs: 50 })).rejects.toThrow('busy');
    const left = new AbortController();
    const aborted = retryTransient(() => Promise.reject(busy), { signal: left.signal });
    left.abort();
    await expect(aborted).rejects.toThrow('busy');
  });
});
