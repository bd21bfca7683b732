// npm run test:deploy: what takes minutes or much room and hardly ever breaks alone. After npm test, in .ci/run.
import { begin, built, conclude, generated, part } from './parts.mjs';
import { endWithNpm } from './run.mjs';
import { vitest } from './run-suites.mjs';

endWithNpm();
begin();
if ((await generated()) && (await built())) await part('Heavy suites', vitest(['deploy']));
conclude();
