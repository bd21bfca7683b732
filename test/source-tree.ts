import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

const leftOut = new Set([
  'node_modules',
  '.next',
  '.git',
  'dist',
  'data',
  'generated',
  'test-results',
  'playwright-report',
]);

/** Every file below `folder` (or the file itself), from the root, without what is generated. */
export function filesBelow(folder: string): string[] {
  const at = path.join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : filesBelow(file);
    return entry.isFile() ? [file] : [];
  });
}

export const readSource = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The product's own modules: what runs when Lectern runs. */
export function productFiles(): string[] {
  const folders = ['app', 'cli', 'lib'].flatMap(filesBelow);
  const single = ['server.ts', 'proxy.ts', 'instrumentation.ts'].filter((file) => existsSync(path.join(root, file)));
  return [...folders, ...single].filter((file) => /\.tsx?$/.test(file));
}

export type Import = {
  /** as written */
  specifier: string;
  /** the file from the root, null for a package */
  file: string | null;
  /** erased by the compiler */
  isType: boolean;
};

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\sfrom\s+)?'([^']+)'/gm;
const call = /\bimport\('([^']+)'\)/g;

/** What a file imports, statements and calls of `import()` alike. */
export function importsOf(file: string): Import[] {
  const source = readSource(file);
  const found = [
    ...[...source.matchAll(statement)].map(([, type, specifier]) => ({
      specifier: specifier ?? '',
      isType: Boolean(type),
    })),
    ...[...source.matchAll(call)].map(([, specifier]) => ({ specifier: specifier ?? '', isType: false })),
  ];
  return found.map((one) => ({ ...one, file: resolve(file, one.specifier) }));
}

function resolve(from: string, specifier: string): string | null {
  let base: string;
  if (specifier.startsWith('@/')) base = specifier.slice(2);
  else if (specifier.startsWith('.')) base = path.posix.join(path.posix.dirname(from), specifier);
  else return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((file) => path.extname(file) !== '' && existsSync(path.join(root, file))) ?? base;
}
