// npm test: everything that proves the product. Goes on after a failure, so that one run names all of them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './ensure-chromium.mjs';
import { isBuilt, isGenerated } from './freshness.mjs';
import { endWithNpm, root, runNode } from './run.mjs';

endWithNpm();
const results = path.join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** @type {{ name: string; passed: number; failed: number; seconds: number }[]} */
const ran = [];

async function part(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { passed, failed } = await work();
  ran.push({ name, passed, failed, seconds: Math.round((Date.now() - started) / 1000) });
  return failed === 0;
}

/** A program that only says yes or no counts as one. */
const once = (args, settings) => async () => {
  const failed = (await runNode(args, settings)) === 0 ? 0 : 1;
  return { passed: 1 - failed, failed };
};

/** What a runner wrote about its tests; a runner that failed without naming a test counts as one failure. */
function counted(code, file, read) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const vitest = (projects) => async () => {
  const file = path.join(results, `vitest-${projects.join('-')}.json`);
  const code = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted(code, file, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }));
};

async function browser() {
  const chromium = await ensureChromium();
  if (!chromium) {
    console.error('There is no Chromium for the browser tests. Install one, or set CHROMIUM_PATH.');
    return { passed: 0, failed: 1 };
  }
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test'], { CHROMIUM_PATH: chromium });
  return counted(code, path.join(results, 'playwright.json'), ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}

if (!isGenerated() && (await runNode(['scripts/generate.mjs'])) !== 0) process.exit(1);
await part('Format and lint', once(['node_modules/@biomejs/biome/bin/biome', 'check', '.']));
await part('Types', once(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']));
await part('Unit and contract tests', vitest(['pure', 'sqlite', 'postgresql']));
const built = isBuilt() || (await part('Production build', once(['scripts/build.mjs'])));
if (built) {
  await part('The built server over HTTP, through both doors', vitest(['built', 'built-postgresql']));
  await part('Browser tests in Chromium', browser);
}

const sum = (key) => ran.reduce((total, one) => total + one[key], 0);
console.log('\nWhat ran:');
for (const one of ran) console.log(`  ${one.name}: ${one.passed} passed, ${one.failed} failed, ${one.seconds} s`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
