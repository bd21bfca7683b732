import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '@/lib/db/in-transaction';
import { type Readiness, readiness } from '@/lib/setup/readiness';
import { linesOfLog } from '@/test/lines-of-log';

const holder = globalThis as typeof globalThis & { lecternReadiness?: { at: number } };

/** Looks anew, whoever looked a moment ago. */
async function look(): Promise<Readiness> {
  if (holder.lecternReadiness) holder.lecternReadiness.at = Number.NEGATIVE_INFINITY;
  return readiness();
}

/** A database that answers nothing while this is at work. */
async function whileNothingAnswers(work: () => Promise<void>): Promise<void> {
  await inTransaction(async (tx) => {
    // SQLite has one connection, and that is ours now.
    if (process.env.DATABASE_URL) await tx.$executeRawUnsafe('LOCK TABLE "User" IN ACCESS EXCLUSIVE MODE');
    await work();
  });
}

let from = 0;
const logged = () =>
  linesOfLog()
    .slice(from)
    .map((line) => JSON.parse(line));

beforeEach(async () => {
  await look();
  from = linesOfLog().length;
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'lecternReadiness');
});

test('a database that gives no answer in time is logged at error with its cause, once until it answers again', async () => {
  await whileNothingAnswers(async () => {
    expect(await look()).toEqual({ database: 'failing', storage: 'ok' });
    expect(await look()).toEqual({ database: 'failing', storage: 'ok' });
  });
  expect(logged()).toMatchObject([{ level: 50, what: 'database', cause: 'no answer in time', msg: 'not ready' }]);
  expect(await look()).toEqual({ database: 'ok', storage: 'ok' });
  expect(await look()).toEqual({ database: 'ok', storage: 'ok' });
  expect(logged().slice(1)).toMatchObject([{ level: 30, what: 'database', msg: 'ready again' }]);
  await whileNothingAnswers(async () => {
    await look();
  });
  expect(logged().slice(2)).toMatchObject([{ level: 50, what: 'database', msg: 'not ready' }]);
});
