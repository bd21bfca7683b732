// npm test: everything that proves the product.
// npm test -- FILE…: only these files of test/ (FILE:LINE for one test), with what they need.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { begin, built, conclude, format, generated, part, types } from './parts.mjs';
import { endWithNpm, root } from './run.mjs';
import { playwright, vitest } from './run-suites.mjs';

endWithNpm();

const files = process.argv.slice(2);
const unknown = files.filter((file) => !existsSync(path.join(root, file.replace(/:\d+$/, ''))));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', no ')}. Name files from the folder of the project.`);
  process.exit(1);
}
const isAll = files.length === 0;
const specs = files.filter((file) => /\.spec\.ts(:\d+)?$/.test(file));
const onBuild = files.filter((file) => /(^|\/)test\/(http|server|start)\//.test(file));
const heavy = files.filter((file) => /(^|\/)test\/deploy\//.test(file));
const below = files.filter((file) => ![...specs, ...onBuild, ...heavy].includes(file));

begin();
if (await generated()) {
  if (isAll) {
    await format();
    await types();
  }
  if (isAll || below.length > 0) await part('Unit and protocol tests', vitest(['pure', 'sqlite', 'postgresql'], below));
  if (isAll || onBuild.length + specs.length + heavy.length > 0) {
    if (await built()) {
      if (isAll || onBuild.length > 0)
        await part('The built server over HTTP, through both doors', vitest(['built', 'built-postgresql'], onBuild));
      if (isAll || specs.length > 0) await part('Browser tests in Chromium', playwright(specs));
      if (heavy.length > 0) await part('Heavy suites', vitest(['deploy'], heavy));
    }
  }
}
conclude();
