import { z } from 'zod';
import { dialect, makeMigrationAdapter, postgresServer } from './adapter';

const rows = z.array(z.tuple([z.string(), z.enum(['done', 'failed'])]));

/**
 * The names of the migrations that the database has had, in no order: what `_prisma_migrations` says.
 * @returns null where there is no such table yet, or where a migration failed and somebody has to look closer
 */
export async function appliedMigrations(): Promise<string[] | null> {
  const table = dialect() === 'sqlite' ? '' : `"${(postgresServer().schema ?? 'public').replaceAll('"', '""')}".`;
  const connection = await makeMigrationAdapter().connect();
  try {
    const found = await connection.queryRaw({
      sql: `SELECT "migration_name", CASE WHEN "finished_at" IS NULL THEN 'failed' ELSE 'done' END
            FROM ${table}"_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
      args: [],
      argTypes: [],
    });
    const migrations = rows.parse(found.rows);
    return migrations.some(([, state]) => state === 'failed') ? null : migrations.map(([name]) => name);
  } catch (error) {
    if (isMissingTable(error)) return null;
    throw error;
  } finally {
    await connection.dispose();
  }
}

/** By its fields: the bundles of the two doors load the adapters' classes twice. */
function isMissingTable(error: unknown): boolean {
  return Reflect.get(Object(Reflect.get(Object(error), 'cause')), 'kind') === 'TableDoesNotExist';
}
