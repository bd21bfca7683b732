import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** No test file takes so long, on a busy machine either; a mutant that runs for ever does. */
const patienceMs = 180_000;

const report = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export type Outcome =
  | { kind: 'passed'; tests: number }
  | { kind: 'failed'; test: string }
  | { kind: 'timed out' }
  /** no test failed, and yet it did not end well: a mutant that does not even load, for example */
  | { kind: 'broken'; because: string };

/** Runs test files of a checkout in its own process, on SQLite, until the first test fails. */
export async function runTests(folder: string, tests: readonly string[]): Promise<Outcome> {
  const file = path.join(folder, 'mutant-report.json');
  rmSync(file, { force: true });
  const projects = ['--project', 'pure', '--project', 'sqlite'];
  const args = ['run', ...projects, '--bail', '1', '--reporter', 'json', `--outputFile=${file}`, ...tests];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TEST_POSTGRES_URL: 'off' },
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said = (said + part.toString()).slice(-2000);
  });
  let isLate = false;
  const late = setTimeout(
    () => {
      isLate = true;
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    },
    patienceMs * (1 + tests.length),
  );
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(late);
  if (isLate) return { kind: 'timed out' };
  if (!existsSync(file)) return { kind: 'broken', because: said };
  const { numPassedTests, testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = testResults.flatMap((each) => each.assertionResults).find(({ status }) => status === 'failed');
  if (failed) return { kind: 'failed', test: failed.fullName };
  if (code === 0) return { kind: 'passed', tests: numPassedTests };
  return { kind: 'broken', because: testResults.map(({ message }) => message ?? '').join('\n') || said };
}
