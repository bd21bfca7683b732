import { filesBelow, importsOf } from './source-tree.ts';

/** Suites that start the built server or its command line: they need the production build. */
export const builtSuites = 'test/{http,server,start}/**/*.test.ts';

/** Suites that take minutes or much room, run by `npm run test:deploy`. */
export const deploySuites = 'test/deploy/**/*.test.ts';

export type Suites = {
  /** without settings, rows and process-wide state: they may share a process */
  pure: string[];
  /** those that keep rows, themselves or through what they import of the tests: they say something new on each database */
  rows: string[];
  /** the others: they read settings */
  settings: string[];
};

/** Sorts the suites below the doors by what they import, so that no list of them has to be kept. */
export function sortSuites(): Suites {
  const imports = new Map<string, string[]>();
  const importedBy = (file: string): string[] => {
    const known = imports.get(file) ?? readImports(file);
    imports.set(file, known);
    return known;
  };
  const suites: Suites = { pure: [], rows: [], settings: [] };
  for (const file of filesBelow('test').filter((name) => /\.test\.tsx?$/.test(name))) {
    if (/^test\/(http|server|start|deploy)\//.test(file)) continue;
    suites[kindOf(file, importedBy)].push(file);
  }
  return suites;
}

function readImports(file: string): string[] {
  if (!/\.tsx?$/.test(file)) return [];
  return importsOf(file).flatMap((one) => (one.file && !one.isType ? [one.file] : []));
}

function kindOf(suite: string, importedBy: (file: string) => string[]): keyof Suites {
  const reached = new Set<string>();
  let keepsRows = false;
  const visit = (file: string, from: string): void => {
    if (from.startsWith('test/') && file.startsWith('lib/db/')) keepsRows = true;
    if (reached.has(file)) return;
    reached.add(file);
    for (const next of importedBy(file)) visit(next, file);
  };
  visit(suite, '');
  if (keepsRows) return 'rows';
  return reached.has('lib/env.ts') ? 'settings' : 'pure';
}
