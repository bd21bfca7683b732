// A reporter of vitest: what passed, and what failed with the project and the line that runs it again. Vitest's own
// JSON names no project.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const relative = (file) => path.relative(root, file).split(path.sep).join('/');

export default class VitestResults {
  onTestRunEnd(modules, unhandledErrors) {
    const results = { passed: 0, failures: [] };
    for (const module of modules) {
      const at = { project: module.project.name, file: relative(module.moduleId) };
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') results.passed += 1;
        if (state === 'failed') results.failures.push({ ...at, line: test.location?.line, name: test.fullName });
      }
      // A file that cannot be read, or a hook of the whole file: no test of it tells.
      if (module.state() === 'failed' && module.errors().length > 0) {
        results.failures.push({ ...at, name: 'the file itself' });
      }
    }
    if (unhandledErrors.length > 0 && results.failures.length === 0) {
      results.failures.push({ name: `an error outside of any test: ${unhandledErrors[0]?.message ?? ''}` });
    }
    const file = process.env.LECTERN_TEST_RESULTS ?? '';
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(results));
  }
}
