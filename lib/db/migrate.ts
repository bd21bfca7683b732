import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { dialect, makeAdapter } from './adapter';
import { codeOf } from './code-of';
import { migrationList } from './migration-list';
import { withSchemaEngine } from './schema-engine';
import { withMigrationLock } from './with-migration-lock';

/**
 * Brings the database to the newest migration. The table `_prisma_migrations` stays the one that Prisma's
 * own command line reads. Two instances that start at once take turns.
 * @returns the names of the migrations that were applied now
 * @throws AppError `settings` for a database that a newer Lectern has migrated already
 */
export async function migrate(): Promise<string[]> {
  const list = await migrationList(dialect());
  const filters = { externalTables: [], externalEnums: [] };
  return withMigrationLock(() =>
    withSchemaEngine(makeAdapter(), [], async (engine) => {
      const diagnose = engine.diagnoseMigrationHistory({ migrationsList: list, filters, optInToShadowDatabase: false });
      const state = await diagnose.catch(newDatabase);
      const tag = state?.history?.diagnostic;
      if (tag === 'migrationsDirectoryIsBehind' || tag === 'historiesDiverge') {
        throw new AppError(
          'settings',
          'The database was made by a newer version of Lectern. Start that version, or restore a backup made with this one.',
        );
      }
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters });
      if (appliedMigrationNames.length > 0) logger().info({ applied: appliedMigrationNames }, 'database migrated');
      return appliedMigrationNames;
    }),
  );
}

/** P1014: there is no table `_prisma_migrations`, because nothing was ever migrated. */
function newDatabase(error: unknown): null {
  if (codeOf(error) === 'P1014') return null;
  throw error;
}
