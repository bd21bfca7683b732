// npm run check: format, lint, types and the quick tests. What to run before each commit.
import { isGenerated } from './freshness.mjs';
import { runNode } from './run.mjs';

const steps = [
  ...(isGenerated() ? [] : [['scripts/generate.mjs']]),
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pure', '--project', 'sqlite'],
];
for (const args of steps) {
  const code = await runNode(args);
  if (code !== 0) process.exit(code);
}
