// npm run check: format, lint, types and what can be tested without a build, on SQLite. What to run before each commit.
import { begin, conclude, format, generated, part, types } from './parts.mjs';
import { endWithNpm } from './run.mjs';
import { vitest } from './run-suites.mjs';

endWithNpm();
begin();
if (await generated()) {
  await format();
  await types();
  await part('Unit and protocol tests on SQLite', vitest(['pure', 'sqlite']));
}
conclude();
