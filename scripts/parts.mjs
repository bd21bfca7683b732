import { rmSync } from 'node:fs';
import path from 'node:path';
import { isBuilt, isGenerated } from './freshness.mjs';
import { root, runNode } from './run.mjs';

/** @typedef {import('./read-results.mjs').Outcome} Outcome */

/** Where runners write what they found, and the browser its pictures. */
export const results = path.join(root, 'test-results');

/** @type {(Outcome & { name: string; seconds: number })[]} */
const ran = [];

/**
 * Runs a part and goes on after a failure, so that one run names all of them.
 * @param {string} name
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
export async function part(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const outcome = await work();
  ran.push({ ...outcome, name, seconds: Math.round((Date.now() - started) / 1000) });
  return outcome.failures.length === 0;
}

/** A program that only says yes or no counts as one. @param {string[]} args @param {string} again the command as people type it */
export function once(args, again) {
  return async () => {
    const isFine = (await runNode(args)) === 0;
    return isFine ? { passed: 1, failures: [], again: [] } : { passed: 0, failures: [again], again: [again] };
  };
}

export const format = () =>
  part('Format and lint', once(['node_modules/@biomejs/biome/bin/biome', 'check', '.'], 'npx biome check .'));
export const types = () =>
  part('Types', once(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], 'npx tsc --noEmit -p .'));

/** Makes the Prisma clients where they are missing or old. Without them nothing else can be tried. */
export const generated = async () =>
  isGenerated() || (await part('Prisma clients', once(['scripts/generate.mjs'], 'npm run generate')));

/** Makes the production build where it is missing or old. */
export const built = async () =>
  isBuilt() || (await part('Production build', once(['scripts/build.mjs'], 'npm run build')));

/** Puts away what the last run wrote. */
export function begin() {
  rmSync(results, { recursive: true, force: true });
}

/** Says what failed and what ran, and ends this process. */
export function conclude() {
  for (const { name, failures, again } of ran.filter((one) => one.failures.length > 0)) {
    console.log(`\nFailed in "${name}":`);
    for (const failure of failures) console.log(`  ${failure}`);
    console.log('Just these again:');
    for (const command of again) console.log(`  ${command}`);
  }
  console.log('\nWhat ran:');
  for (const { name, passed, failures, seconds } of ran) {
    console.log(`  ${name}: ${passed} passed, ${failures.length} failed, ${seconds} s`);
  }
  const passed = ran.reduce((total, one) => total + one.passed, 0);
  const failed = ran.reduce((total, one) => total + one.failures.length, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
