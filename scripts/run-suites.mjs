import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './ensure-chromium.mjs';
import { results } from './parts.mjs';
import { readPlaywright, readVitest } from './read-results.mjs';
import { runNode } from './run.mjs';

/**
 * Projects of vitest as a part of a run.
 * @param {string[]} projects
 * @param {string[]} [args] files or options
 */
export function vitest(projects, args = []) {
  return async () => {
    const command = ['run', ...projects.flatMap((project) => ['--project', project]), ...args];
    const file = path.join(results, `vitest-${projects.join('-')}.json`);
    const reporters = ['--reporter=default', '--reporter=./scripts/vitest-results.mjs'];
    const settings = { LECTERN_TEST_RESULTS: file };
    const code = await runNode(['node_modules/vitest/vitest.mjs', ...command, ...reporters], settings);
    return outcome(code, file, readVitest, `npx vitest ${command.join(' ')}`);
  };
}

/**
 * The browser tests as a part of a run.
 * @param {string[]} [files] only these
 */
export function playwright(files = []) {
  return async () => {
    const command = ['test', ...files];
    const again = `npx playwright ${command.join(' ')}`;
    const chromium = await ensureChromium();
    if (!chromium) {
      const missing = 'There is no Chromium for the browser tests. Install one, or set CHROMIUM_PATH.';
      return { passed: 0, failures: [missing], again: [again] };
    }
    const code = await runNode(['node_modules/@playwright/test/cli.js', ...command], { CHROMIUM_PATH: chromium });
    return outcome(code, path.join(results, 'playwright.json'), readPlaywright, again);
  };
}

/** A runner that fails without naming a test counts as one failure. */
function outcome(code, file, read, command) {
  const found = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failures: [], again: [] };
  if (code === 0) return found;
  const failures = found.failures.length > 0 ? found.failures : [`the runner ended with ${code} and named no test`];
  return { ...found, failures, again: found.again.length > 0 ? found.again : [command] };
}
