import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { LoopTurns } from '@/lib/db/loop-turns';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { turnsDuring } from '../../turns-during';

beforeAll(() => prepareDatabase({ guard: false }));

/** Much more than the time after which the loop has its turn, on any machine. */
const many = 500;

test('between statements that follow one another the event loop has its turns', async () => {
  const turns = await turnsDuring(async () => {
    for (let n = 0; n < many; n += 1) await db().user.count();
  });
  expect(turns).toBeGreaterThan(1);
});

test('between the statements of one transaction too', async () => {
  const turns = await turnsDuring(() =>
    inTransaction(async (tx) => {
      for (let n = 0; n < many; n += 1) await tx.user.count();
    }),
  );
  expect(turns).toBeGreaterThan(1);
});

test('between transactions that wait for one another too', async () => {
  const turns = await turnsDuring(() =>
    Promise.all(Array.from({ length: many }, () => inTransaction((tx) => tx.user.count()))),
  );
  expect(turns).toBeGreaterThan(1);
});

test('work that is done within its time gives no turn away, work beyond it gives one each time', async () => {
  const quick = new LoopTurns(60_000);
  expect(
    await turnsDuring(async () => {
      for (let n = 0; n < many; n += 1) await quick.give();
    }),
  ).toBe(0);
  const slow = new LoopTurns(0);
  expect(
    await turnsDuring(async () => {
      for (let n = 0; n < many; n += 1) await slow.give();
    }),
  ).toBeGreaterThanOrEqual(many - 1);
});
