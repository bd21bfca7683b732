import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { newId } from '@/lib/shared/new-id';

beforeAll(() => prepareDatabase({ guard: false }));

function event(id: string) {
  return { id, at: new Date(), action: 'test.write', outcome: 'done' };
}

const isSqlite = !process.env.DATABASE_URL;

describe.runIf(isSqlite)('F15: a COMMIT that failed on SQLite', () => {
  /** A session of nobody, whose foreign key is looked at by COMMIT only. */
  const failingCommit = (id: string) =>
    inTransaction(async (tx) => {
      await tx.auditEvent.create({ data: event(id) });
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys=ON');
      await tx.$executeRawUnsafe(
        `INSERT INTO "Session" ("id", "userId", "createdAt", "seenAt", "expiresAt") VALUES ('${id}', 'nobody', 0, 0, 0)`,
      );
    });

  test('loses no write that was acknowledged after it, and keeps nothing of its own', async () => {
    const [inside, after, next] = [newId(), newId(), newId()];
    await expect(failingCommit(inside)).rejects.toThrow(/foreign ?key/i);
    await db().auditEvent.create({ data: event(after) });
    await inTransaction((tx) => tx.auditEvent.create({ data: event(next) }));
    const other = new Database(path.join(process.env.DATA_DIR ?? '', 'lectern.db'), { readonly: true });
    const kept = other.prepare('SELECT id FROM AuditEvent WHERE id IN (?, ?, ?)').pluck().all(inside, after, next);
    other.close();
    expect(kept.sort()).toEqual([after, next].sort());
  });

  test('holds up nothing that waited for it', async () => {
    const waiting = [newId(), newId(), newId()];
    const failed = failingCommit(newId());
    const written = waiting.map((id) => db().auditEvent.create({ data: event(id) }));
    await expect(failed).rejects.toThrow(/foreign ?key/i);
    await Promise.all(written);
    expect(await db().auditEvent.count({ where: { id: { in: waiting } } })).toBe(3);
  });
});
