import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { migrate } from '@/lib/db/migrate';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { schemaDifference } from '@/lib/db/schema-difference';
import { findPostgres } from '../../find-postgres';

const postgres = await findPostgres();

test('the SQLite migrations lead exactly to the models', async () => {
  const adapter = new PrismaBetterSqlite3({ url: ':memory:' }, { shadowDatabaseUrl: ':memory:' });
  expect(await schemaDifference('sqlite', adapter)).toBeNull();
});

test.runIf(postgres)('the PostgreSQL migrations lead exactly to the models', async () => {
  const server = new URL(postgres?.url ?? '');
  const adapter = new PrismaPg({
    host: server.hostname,
    port: Number(server.port || 5432),
    user: server.username,
    database: server.pathname.slice(1),
  });
  expect(await schemaDifference('postgresql', adapter)).toBeNull();
});

test('a second start applies nothing, and a database of a newer version is refused', async () => {
  await prepareDatabase({ guard: false });
  expect(await migrate()).toEqual([]);
  await db().$executeRawUnsafe(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "applied_steps_count", "started_at", "finished_at")
     SELECT 'x', "checksum", '9999_future', 1, "started_at", "finished_at" FROM "_prisma_migrations" LIMIT 1`,
  );
  await expect(migrate()).rejects.toMatchObject({ code: 'settings' });
});
