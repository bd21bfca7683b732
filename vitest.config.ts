import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findPostgres, type TestPostgres } from './test/find-postgres.ts';
import { builtSuites, deploySuites, type Suites, sortSuites } from './test/suites.ts';

const root = path.dirname(fileURLToPath(import.meta.url));

/**
 * Of the suites on the production build those in which requests meet at a row, or find it changed: only they say
 * something new on a second database. What keeps rows is proved on both below the doors.
 */
const meetingSuites = ['test/http/one-process.test.ts'];

/** Vitest reads this file once for each project: the answer is found once. */
async function look(): Promise<{ suites: Suites; postgres: TestPostgres | null }> {
  const postgres = await findPostgres();
  console.log(`Databases: SQLite${postgres ? ` and ${postgres.name}` : ' only (no PostgreSQL server answers)'}`);
  return { suites: sortSuites(), postgres };
}
const holder = globalThis as typeof globalThis & { lecternSuites?: ReturnType<typeof look> };
holder.lecternSuites ??= look();
const { suites, postgres } = await holder.lecternSuites;

/** A project of suites each of which gets a DATA_DIR and a database of its own: the way to a server, or '' for SQLite. */
function onDatabase(name: string, include: string[], postgresUrl: string) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      globalSetup: 'test/prepared-database.ts',
      setupFiles: 'test/setup.ts',
      pool: 'forks' as const,
      // Half of the time would go into starting processes: test/world.ts makes one as good as new.
      isolate: false,
      testTimeout: 30_000,
      hookTimeout: 60_000,
      env: { LECTERN_TEST_POSTGRES: postgresUrl },
    },
  };
}

/** The same for suites that start programs of the production build. */
function onBuild(name: string, include: string[], postgresUrl: string, testTimeout = 120_000) {
  const { extends: inherits, test } = onDatabase(name, include, postgresUrl);
  return { extends: inherits, test: { ...test, isolate: true, testTimeout, hookTimeout: 120_000 } };
}

export default defineConfig({
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    passWithNoTests: true,
    // Vitest leaves one core to itself; on two cores that is half of them, and it needs next to nothing.
    maxWorkers: Math.min(4, availableParallelism()),
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: suites.pure, pool: 'forks', isolate: false, testTimeout: 30_000 },
      },
      onDatabase('sqlite', [...suites.rows, ...suites.settings], ''),
      ...(postgres ? [onDatabase('postgresql', suites.rows, postgres.url)] : []),
      onBuild('built', [builtSuites], ''),
      ...(postgres ? [onBuild('built-postgresql', meetingSuites, postgres.url)] : []),
      onBuild('deploy', [deploySuites], '', 600_000),
    ],
    // The line of a test that failed stands in the command that runs just it again.
    includeTaskLocation: true,
    coverage: {
      provider: 'v8',
      include: ['lib/wopi/**'],
      reporter: ['text'],
      thresholds: { lines: 95 },
    },
  },
});
