// npm run test:changed: the tests that what changed since the branch left main can break. Below the doors those that
// import what changed; on the build and in the browser, where nearly all import nearly everything, those that changed
// themselves.
// usage: npm run test:changed [-- COMMIT]     (compares with COMMIT instead)
import { spawnSync } from 'node:child_process';
import { begin, built, conclude, generated, part } from './parts.mjs';
import { endWithNpm, root } from './run.mjs';
import { playwright, vitest } from './run-suites.mjs';

endWithNpm();
begin();

/** What git prints, a line each; null when it fails. */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : null;
}

const [since = 'HEAD'] = process.argv[2] ? [process.argv[2]] : (git('merge-base', 'HEAD', 'main') ?? []);
const tracked = git('diff', '--name-only', '--diff-filter=d', since);
if (tracked === null) {
  console.error(`git knows no ${since} to compare with. Name a commit: npm run test:changed -- COMMIT`);
  process.exit(1);
}
const changed = [...tracked, ...(git('ls-files', '--others', '--exclude-standard') ?? [])];
const specs = changed.filter((file) => file.endsWith('.spec.ts'));
const onBuild = changed.filter((file) => /^test\/(http|server|start)\/.*\.test\.ts$/.test(file));

console.log(`${changed.length} files changed since ${since.slice(0, 12)}.`);
if (changed.length > 0 && (await generated())) {
  await part('Unit and protocol tests', vitest(['pure', 'sqlite', 'postgresql'], [`--changed=${since}`]));
  if (onBuild.length + specs.length > 0 && (await built())) {
    if (onBuild.length > 0) await part('The built server', vitest(['built', 'built-postgresql'], onBuild));
    if (specs.length > 0) await part('Browser tests in Chromium', playwright(specs));
  }
}
conclude();
