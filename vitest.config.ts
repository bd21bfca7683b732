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

/** In milliseconds, for what hangs: no test is to fail because a machine is slow. */
const patience = 120_000;

/** A project of suites each of which gets a DATA_DIR and a database of its own: the way to a server, or '' for SQLite. */
function onDatabase(name: string, include: string[], postgresUrl: string, testTimeout = patience) {
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
      testTimeout,
      env: { LECTERN_TEST_POSTGRES: postgresUrl },
    },
  };
}

export default defineConfig({
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    passWithNoTests: true,
    testTimeout: patience,
    hookTimeout: patience,
    // Suites wait for disks, databases and servers a good part of their time: one more than there are cores.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: suites.pure, pool: 'forks', isolate: false },
      },
      onDatabase('sqlite', [...suites.rows, ...suites.settings], ''),
      ...(postgres ? [onDatabase('postgresql', suites.rows, postgres.url)] : []),
      onDatabase('built', [builtSuites], ''),
      ...(postgres ? [onDatabase('built-postgresql', meetingSuites, postgres.url)] : []),
      onDatabase('deploy', [deploySuites], '', 600_000),
    ],
    // The line of a test that failed stands in the command that runs just it again.
    includeTaskLocation: true,
    coverage: {
      provider: 'v8',
      include: ['lib/wopi/**'],
      exclude: ['test/**'],
      reporter: ['text'],
      reportOnFailure: true,
      thresholds: { lines: 95 },
    },
  },
});
