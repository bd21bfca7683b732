import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findPostgres, type TestPostgres } from './test/find-postgres.ts';
import { builtSuites, type Suites, sortSuites } from './test/suites.ts';

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

/** A project of suites with a process for each file, a DATA_DIR and a database of its own. */
function onDatabase(name: string, include: string[], postgresUrl: string, timeouts: [test: number, hook: number]) {
  const [testTimeout, hookTimeout] = timeouts;
  return {
    extends: true as const,
    test: {
      name,
      include,
      setupFiles: 'test/setup.ts',
      pool: 'forks' as const,
      testTimeout,
      hookTimeout,
      env: { LECTERN_TEST_POSTGRES: postgresUrl },
    },
  };
}

const quick: [number, number] = [30_000, 60_000];
const slow: [number, number] = [120_000, 120_000];

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
        test: { name: 'pure', include: suites.pure, pool: 'threads', isolate: false, testTimeout: 30_000 },
      },
      onDatabase('sqlite', [...suites.rows, ...suites.settings], '', quick),
      ...(postgres ? [onDatabase('postgresql', suites.rows, postgres.url, quick)] : []),
      onDatabase('built', [builtSuites], '', slow),
      ...(postgres ? [onDatabase('built-postgresql', meetingSuites, postgres.url, slow)] : []),
    ],
  },
});
