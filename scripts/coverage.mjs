// npm run coverage: which lines of the protocol the suites in this process reach, on SQLite.
import { begin, conclude, generated, part } from './parts.mjs';
import { endWithNpm } from './run.mjs';
import { vitest } from './run-suites.mjs';

endWithNpm();
begin();
if (await generated()) {
  await part('Coverage of lib/wopi, at least 95 % of its lines', vitest(['pure', 'sqlite'], ['--coverage']));
}
conclude();
