// Writes the next migration of both dialects from the difference between the migrations and the models.
// usage: node --import tsx scripts/make-migration.ts NAME     (for example 0003_stars)
// PostgreSQL needs a server for its shadow database: TEST_POSTGRES_URL, or 127.0.0.1:5432.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Dialect } from '@/lib/db/adapter';
import { schemaDifference } from '@/lib/db/schema-difference';

const name = process.argv[2];
if (!name) throw new Error('usage: node --import tsx scripts/make-migration.ts NAME');
const server = new URL(process.env.TEST_POSTGRES_URL ?? 'postgres://root@127.0.0.1:5432/postgres');
const adapters = {
  sqlite: () => new PrismaBetterSqlite3({ url: ':memory:' }, { shadowDatabaseUrl: ':memory:' }),
  postgresql: () =>
    new PrismaPg({
      host: server.hostname,
      port: Number(server.port || 5432),
      user: server.username,
      password: server.password,
      database: server.pathname.slice(1),
    }),
};
for (const dialect of ['sqlite', 'postgresql'] satisfies Dialect[]) {
  const base = path.join('prisma/migrations', dialect);
  await mkdir(base, { recursive: true });
  await writeFile(path.join(base, 'migration_lock.toml'), `provider = "${dialect}"\n`);
  const sql = await schemaDifference(dialect, adapters[dialect]());
  if (!sql) {
    console.log(`${dialect}: the migrations equal the models`);
    continue;
  }
  await mkdir(path.join(base, name), { recursive: true });
  await writeFile(path.join(base, name, 'migration.sql'), sql);
  console.log(
    `${dialect}: ${(await readdir(base)).length - 1} migrations, ${(await readFile(path.join(base, name, 'migration.sql'))).length} bytes`,
  );
}
