import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { dialect, makeMigrationAdapter } from './adapter';
import { appliedMigrations } from './applied-migrations';
import { codeOf } from './code-of';
import { migrationList, migrationsFolder } from './migration-list';
import { withSchemaEngine } from './schema-engine';
import { withMigrationLock } from './with-migration-lock';

/**
 * Brings the database to the newest migration, wholly or not at all: what fails or is killed half-way leaves
 * the database as it was. The table `_prisma_migrations` stays the one that Prisma's own command line reads.
 * Two instances that start at once take turns.
 * @param folder where the migrations of both dialects are
 * @returns the names of the migrations that were applied now
 * @throws AppError `settings` for a database that a newer Lectern has migrated already
 */
export async function migrate(folder = migrationsFolder()): Promise<string[]> {
  const list = await migrationList(dialect(), folder);
  const filters = { externalTables: [], externalEnums: [] };
  return withMigrationLock(async () => {
    // Most starts have nothing to apply: the schema engine takes longer to load than all the rest of them.
    if (isSame(await appliedMigrations(), list.migrationDirectories)) return [];
    return withSchemaEngine(makeMigrationAdapter(), [], async (engine, connection) => {
      const diagnose = engine.diagnoseMigrationHistory({ migrationsList: list, filters, optInToShadowDatabase: false });
      const state = await diagnose.catch(newDatabase);
      const tag = state?.history?.diagnostic;
      if (tag === 'migrationsDirectoryIsBehind' || tag === 'historiesDiverge') {
        throw new AppError(
          'settings',
          'The database was made by a newer version of Lectern. Start that version, or restore a backup made with this one.',
        );
      }
      if (state && !tag && state.failedMigrationNames.length === 0) return [];
      const { appliedMigrationNames } = await inOneTransaction(connection, () =>
        engine.applyMigrations({ migrationsList: list, filters }),
      );
      if (appliedMigrationNames.length > 0) logger().info({ applied: appliedMigrationNames }, 'database migrated');
      return appliedMigrationNames;
    });
  });
}

function isSame(applied: string[] | null, directories: { path: string }[]): boolean {
  if (applied === null || applied.length !== directories.length) return false;
  const names = new Set(applied);
  return directories.every((directory) => names.has(directory.path));
}

/** P1014: there is no table `_prisma_migrations`, because nothing was ever migrated. */
function newDatabase(error: unknown): null {
  if (codeOf(error) === 'P1014') return null;
  throw error;
}

/**
 * SQLite refuses to switch foreign keys off inside a transaction, and with them on the rebuilding of a table
 * would delete what refers to it: off before, looked at before COMMIT (sqlite.org/lang_altertable.html, 7).
 */
async function inOneTransaction<T>(connection: SqlDriverAdapter, work: () => Promise<T>): Promise<T> {
  const isSqlite = connection.provider === 'sqlite';
  if (isSqlite) await connection.executeScript('PRAGMA foreign_keys=OFF');
  await connection.executeScript(isSqlite ? 'BEGIN IMMEDIATE' : 'BEGIN');
  try {
    const result = await work();
    if (isSqlite) await assertForeignKeys(connection);
    await connection.executeScript('COMMIT');
    return result;
  } catch (error) {
    await connection.executeScript('ROLLBACK');
    throw error;
  }
}

async function assertForeignKeys(connection: SqlDriverAdapter): Promise<void> {
  const broken = await connection.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] });
  if (broken.rows.length > 0) throw new Error(`The migration left ${broken.rows.length} rows that refer to nothing.`);
}
