// npm run portal -- COMMAND: the operator's command line, from the build where it is fresh, else from the sources.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt, isGenerated } from './freshness.mjs';
import { root, runNode } from './run.mjs';

// npm changes to the project's folder; a FILE is meant from where the operator stands.
const from = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
// Standard output belongs to the answer.
process.env.LOG_LEVEL = 'silent';
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);

let entry = 'dist/cli.js';
if (!isBuilt()) {
  if (!isGenerated()) {
    const code = await runNode(['scripts/generate.mjs']);
    if (code !== 0) process.exit(code);
  }
  const { register } = await import('tsx/esm/api');
  register();
  entry = 'cli/main.ts';
}
const { main } = await import(pathToFileURL(path.join(root, entry)).href);
process.exitCode = await main(process.argv.slice(2), from);
