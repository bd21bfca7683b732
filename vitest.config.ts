import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findPostgres } from './test/find-postgres.ts';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Suites that start the built server or its command line: they need `npm run build`. */
const builtSuites = ['test/{http,server,cli,start}/**/*.test.ts'];

/** The tests that keep rows: only these say something new on a second database. */
const rowSuites = ['test/lib', 'test/contract', 'test/app'].flatMap((folder) => {
  const at = path.join(root, folder);
  let files: string[] = [];
  try {
    files = readdirSync(at, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) =>
      /prepareDatabase|lib\/db\/|-rows'|in-process-host/.test(readFileSync(path.join(root, file), 'utf8')),
    );
});

/**
 * Of the suites on the production build those in which requests meet at a row, or find it changed: only they say
 * something new on a second database. What keeps rows is proved on both below the doors, see rowSuites.
 */
const meetingSuites = ['test/http/one-process.test.ts'];

const postgres = await findPostgres();
const shared = {
  setupFiles: 'test/setup.ts',
  pool: 'forks',
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const;

// Vitest reads this file once for each project.
if (!process.env.LECTERN_TEST_DATABASES_NAMED) {
  process.env.LECTERN_TEST_DATABASES_NAMED = 'yes';
  console.log(`Databases: SQLite${postgres ? ` and ${postgres.name}` : ' only (no PostgreSQL server answers)'}`);
}

/** Suites on the production build. Each file has servers, data and ports of its own. */
function built(name: string, include: string[], postgresUrl: string) {
  return {
    extends: true as const,
    test: {
      ...shared,
      name,
      include,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      env: { LECTERN_TEST_POSTGRES: postgresUrl },
    },
  };
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
        test: {
          ...shared,
          name: 'sqlite',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: builtSuites,
          env: { LECTERN_TEST_POSTGRES: '' },
        },
      },
      ...(postgres
        ? [
            {
              extends: true as const,
              test: {
                ...shared,
                name: 'postgresql',
                include: rowSuites,
                env: { LECTERN_TEST_POSTGRES: postgres.url },
              },
            },
          ]
        : []),
      built('built', builtSuites, ''),
      ...(postgres ? [built('built-postgresql', meetingSuites, postgres.url)] : []),
    ],
  },
});
