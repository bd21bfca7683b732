// npm run mutate [-- WORD…]: breaks the product in one place after another and runs the tests that should notice.
// Each mutant lives in a copy of the work tree. With words, only the mutations whose file or rule holds one of them.
import { availableParallelism } from 'node:os';
import { allMutations } from './mutations/all-mutations';
import type { Mutation } from './mutations/mutation';
import { type Outcome, runTests } from './mutations/run-tests';
import { ScratchCopy } from './mutations/scratch-copy';

const words = process.argv.slice(2);
const chosen = allMutations.filter(
  ({ file, breaks }) => words.length === 0 || words.some((word) => `${file} ${breaks}`.includes(word)),
);
const results: { mutation: Mutation; outcome: Outcome }[] = [];
const copies = Array.from({ length: Math.min(2, availableParallelism(), chosen.length) }, () => new ScratchCopy());
process.on('exit', () => {
  for (const copy of copies) copy.remove();
});
process.on('SIGINT', () => process.exit(130));

function say({ mutation, outcome }: { mutation: Mutation; outcome: Outcome }): void {
  const what = `${mutation.file}: ${mutation.breaks}`;
  if (outcome.kind === 'failed') console.log(`killed     ${what}\n           by “${outcome.test}”`);
  else if (outcome.kind === 'timed out') console.log(`killed     ${what}\n           by not ending`);
  else if (outcome.kind === 'passed') console.log(`SURVIVED   ${what}`);
  else console.log(`NO MUTANT  ${what}\n${outcome.because}`);
}

const isKilled = ({ outcome }: { outcome: Outcome }) => outcome.kind === 'failed' || outcome.kind === 'timed out';

function table(): void {
  const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');
  const folders = [...new Set(results.map(({ mutation }) => folderOf(mutation.file)))].sort();
  console.log('\nfolder            mutants   killed   score');
  for (const folder of [...folders, 'all']) {
    const some = results.filter(({ mutation }) => folder === 'all' || folderOf(mutation.file) === folder);
    const killed = some.filter(isKilled).length;
    const score = `${((100 * killed) / some.length).toFixed(1)} %`;
    const numbers = [some.length, killed].map((count) => String(count).padStart(9)).join('');
    console.log(`${folder.padEnd(16)}${numbers}${score.padStart(9)}`);
  }
}

const [first] = copies;
if (!first) {
  console.error(`No mutation is about ${words.join(' or ')}.`);
  process.exit(1);
}
const everyTest = [...new Set(chosen.flatMap(({ tests }) => tests))];
const sound = await runTests(first.folder, everyTest);
if (sound.kind !== 'passed') {
  console.error('These tests have to pass before anything is broken:', sound);
  process.exit(1);
}
console.log(`${chosen.length} mutants; ${sound.tests} tests in ${everyTest.length} files pass without them\n`);

const waiting = [...chosen];
await Promise.all(
  copies.map(async (copy) => {
    for (let mutation = waiting.shift(); mutation; mutation = waiting.shift()) {
      const { tests } = mutation;
      const outcome = await copy.broken(mutation, () => runTests(copy.folder, tests));
      results.push({ mutation, outcome });
      say({ mutation, outcome });
    }
  }),
);
table();
const unexpected = results.filter((result) => !isKilled(result) && result.mutation.survives === undefined);
for (const { mutation } of results) {
  if (mutation.survives !== undefined) console.log(`\nlet live: ${mutation.breaks}\n  ${mutation.survives}`);
}
process.exit(unexpected.length === 0 ? 0 : 1);
