import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { migrate } from '@/lib/db/migrate';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { newId } from '@/lib/shared/new-id';
import { emptyDatabase } from '../../empty-database';
import { withNextMigration } from './next-migration';

const isSqlite = !process.env.DATABASE_URL;
const now = new Date();

/** The way in which Prisma rebuilds a table on SQLite; `Session` refers to it with ON DELETE CASCADE. */
const rebuilt = `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" AS SELECT *, 'none' AS "nickname" FROM "User";
DROP TABLE "User";
CREATE TABLE "User" ("id" TEXT NOT NULL PRIMARY KEY, "email" TEXT NOT NULL, "emailKey" TEXT NOT NULL, "name" TEXT NOT NULL,
  "passwordHash" TEXT, "role" TEXT NOT NULL DEFAULT 'member', "disabledAt" DATETIME, "userInfo" TEXT,
  "createdAt" DATETIME NOT NULL, "nickname" TEXT NOT NULL DEFAULT 'none');
INSERT INTO "User" SELECT "id", "email", "emailKey", "name", "passwordHash", "role", "disabledAt", "userInfo", "createdAt", "nickname" FROM "new_User";
DROP TABLE "new_User";
CREATE UNIQUE INDEX "User_emailKey_key" ON "User"("emailKey");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`;

beforeEach(() => prepareDatabase({ guard: false }));

async function personWithSession(): Promise<{ userId: string; sessionId: string }> {
  const [userId, sessionId] = [newId(), newId()];
  const email = `${userId}@example.org`;
  await db().user.create({ data: { id: userId, email, emailKey: email, name: 'Ada', createdAt: now } });
  await db().session.create({ data: { id: sessionId, userId, createdAt: now, seenAt: now, expiresAt: now } });
  return { userId, sessionId };
}

describe('a database of an older version', () => {
  test('is left as it was by a migration that fails half-way, and the next start can go on', async () => {
    const broken = 'CREATE TABLE "Halfway" ("id" TEXT); SELECT nonsense FROM nowhere;';
    const folder = withNextMigration('9999_broken', { sqlite: broken, postgresql: broken });
    await expect(migrate(folder)).rejects.toThrow(/nowhere/);
    await expect(db().$queryRawUnsafe('SELECT * FROM "Halfway"')).rejects.toThrow();
    expect(await migrate()).toEqual([]);
  });

  test.runIf(isSqlite)('F24: is left as it was by a migration that is killed half-way', async () => {
    const endless = `CREATE TABLE "Halfway" AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n;`;
    const folder = withNextMigration('9999_endless', { sqlite: endless, postgresql: '' });
    const file = path.join(process.env.DATA_DIR ?? '', 'lectern.db');
    const code = `const { migrate } = await import('@/lib/db/migrate'); await migrate(process.env.FOLDER);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      env: { ...process.env, FOLDER: folder },
      stdio: 'ignore',
    });
    const probe = new Database(file, { timeout: 0 });
    const isFree = () => {
      try {
        probe.exec('BEGIN IMMEDIATE; ROLLBACK');
        return true;
      } catch {
        return false;
      }
    };
    try {
      await expect.poll(isFree, { timeout: 20_000 }).toBe(false);
    } finally {
      probe.close();
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await expect(db().$queryRawUnsafe('SELECT * FROM "Halfway"')).rejects.toThrow();
    expect(await migrate()).toEqual([]);
  });

  test('moves forward and keeps its rows, also those that refer to a table that is rebuilt', async () => {
    const { userId, sessionId } = await personWithSession();
    const folder = withNextMigration('9999_nickname', {
      sqlite: rebuilt,
      postgresql: `ALTER TABLE "User" ADD COLUMN "nickname" TEXT NOT NULL DEFAULT 'none';`,
    });
    expect(await migrate(folder)).toEqual(['9999_nickname']);
    expect(await migrate(folder)).toEqual([]);
    expect(await db().session.findUnique({ where: { id: sessionId }, select: { userId: true } })).toEqual({ userId });
    expect(await db().$queryRawUnsafe(`SELECT "nickname" FROM "User" WHERE "id" = '${userId}'`)).toEqual([
      { nickname: 'none' },
    ]);
  });

  test('that has moved forward is refused by the older version in a sentence, and keeps its rows', async () => {
    const people = await db().user.count();
    await expect(migrate()).rejects.toMatchObject({ code: 'settings', message: /newer version of Lectern/ });
    expect(people).toBeGreaterThan(0);
    expect(await db().user.count()).toBe(people);
  });
});

test.runIf(!isSqlite)('instances that start at once on one empty database take turns', async () => {
  await emptyDatabase();
  const applied = await Promise.all([migrate(), migrate(), migrate()]);
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrate()).toEqual([]);
});
