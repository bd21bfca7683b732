import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, productFiles, readSource, root } from './source-tree';

/** Next's own reading of a matcher; the compiled package comes without types. */
const { pathToRegexp }: { pathToRegexp: (matcher: string) => RegExp } = createRequire(import.meta.url)(
  'next/dist/compiled/path-to-regexp',
);

const files = productFiles();
const edges = files.flatMap((from) => importsOf(from).map((to) => ({ from, ...to })));

/** 4 pages, doors, command line · 3 the protocol · 2 nouns · 1 rows and bytes · 0 known to all */
function layerOf(file: string): number {
  if (/^lib\/(shared\/|(env|errors|logger|metrics)\.ts$)/.test(file)) return 0;
  if (/^lib\/(db|storage)\//.test(file)) return 1;
  if (file.startsWith('lib/wopi/')) return 3;
  return file.startsWith('lib/') ? 2 : 4;
}

const say = (edge: { from: string; specifier: string }) => `${edge.from} imports ${edge.specifier}`;
const isPackage = (specifier: string, name: string) => specifier === name || specifier.startsWith(`${name}/`);

/** The imports of a package outside the places where it may be used. */
function strays(names: string[], allowed: RegExp): string[] {
  return edges
    .filter((edge) => names.some((name) => isPackage(edge.specifier, name)) && !allowed.test(edge.from))
    .map(say);
}

test('the tree was read', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(edges.length).toBeGreaterThan(100);
});

describe('imports run downwards only', () => {
  test('no file imports from a higher layer', () => {
    const wrong = edges.filter((edge) => edge.file !== null && layerOf(edge.file) > layerOf(edge.from));
    expect(wrong.map(say)).toEqual([]);
  });

  test('pages, doors and command line do not import each other', () => {
    const part = (file: string) => file.split('/')[0] ?? '';
    const wrong = edges.filter(
      (edge) => edge.file !== null && layerOf(edge.file) === 4 && part(edge.file) !== part(edge.from),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test('lib/shared is pure: it imports no settings, no log, no rows, no framework', () => {
    const wrong = edges.filter(
      (edge) => edge.from.startsWith('lib/shared/') && edge.file !== null && !edge.file.startsWith('lib/shared/'),
    );
    expect(wrong.filter((edge) => edge.file !== 'lib/errors.ts').map(say)).toEqual([]);
  });

  test('there is no cycle', () => {
    const next = new Map<string, string[]>();
    for (const { from, file } of edges) if (file) next.set(from, [...(next.get(from) ?? []), file]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('what only one place may do', () => {
  test('only lib/auth imports next-auth and next/headers', () => {
    expect(strays(['next-auth', 'next/headers'], /^lib\/auth\//)).toEqual([]);
  });

  test('Next is known to app, the doors and lib/auth only', () => {
    expect(strays(['next', 'react', 'react-dom'], /^(app\/|lib\/auth\/|server\.ts|proxy\.ts)/)).toEqual([]);
  });

  test('only lib/db makes a Prisma client or opens a database', () => {
    const names = ['@prisma', 'better-sqlite3', 'pg'];
    expect(strays(names, /^lib\/db\//)).toEqual([]);
    const generated = edges.filter(
      (edge) => edge.file?.includes('/generated/') && !edge.isType && !edge.from.startsWith('lib/db/'),
    );
    expect(generated.map(say)).toEqual([]);
  });

  test('in lib, files are opened by the storage, the database, the settings, the secrets and the blank templates only', () => {
    const inLib = edges.filter((edge) => edge.from.startsWith('lib/') && isPackage(edge.specifier, 'node:fs'));
    expect(inLib.length).toBeGreaterThan(0);
    const allowed = /^lib\/(storage\/|db\/|env\.ts$|secrets\/auth-secret\.ts$|documents\/create-blank-document\.ts$)/;
    expect(inLib.filter((edge) => !allowed.test(edge.from)).map(say)).toEqual([]);
  });

  test('pages and handlers never open files', () => {
    expect(
      edges.filter((edge) => edge.from.startsWith('app/') && isPackage(edge.specifier, 'node:fs')).map(say),
    ).toEqual([]);
  });

  test('only lib/env.ts reads process.env (and instrumentation.ts, which the platform asks for its own)', () => {
    const readers = files.filter((file) => /\bprocess\.env\b|from 'node:process'/.test(readSource(file)));
    expect(readers.sort()).toEqual(['instrumentation.ts', 'lib/env.ts']);
  });

  test('what lives once in a process has a name that begins with "lectern": test/world.ts puts it away between suites', () => {
    const names = files.flatMap((file) =>
      [...readSource(file).matchAll(/globalThis as typeof globalThis & \{([^}]*)\}/g)].flatMap(([, members = '']) =>
        [...members.matchAll(/(\w+)\??:/g)].map(([, name = '']) => `${file} ${name}`),
      ),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !/ lectern[A-Z]/.test(name))).toEqual([]);
    const written = files.filter((file) => /\bglobalThis(\.\w+|\[[^\]]+\])\s*(\?\?)?=[^=]/.test(readSource(file)));
    expect(written).toEqual([]);
  });

  test('a client component imports nothing of lib but lib/shared, not even through another file', () => {
    const isMarked = (file: string, mark: string) => new RegExp(`^['"]use ${mark}['"]`).test(readSource(file));
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file) || isMarked(file, 'server')) return;
      reached.add(file);
      for (const edge of edges)
        if (edge.from === file && edge.file?.startsWith('app/') && !edge.isType) visit(edge.file);
    };
    const client = files.filter((file) => file.startsWith('app/') && isMarked(file, 'client'));
    expect(client.length).toBeGreaterThan(0);
    for (const file of client) visit(file);
    const wrong = edges.filter(
      (edge) =>
        reached.has(edge.from) && !edge.isType && edge.file?.startsWith('lib/') && !edge.file.startsWith('lib/shared/'),
    );
    expect(wrong.map(say)).toEqual([]);
  });
});

const readIfThere = (file: string): string => (files.includes(file) ? readSource(file) : '');

describe('proxy.ts', () => {
  const [, list] = /matcher:\s*\[([\s\S]*?)\]/.exec(readIfThere('proxy.ts')) ?? [];
  const matchers = [...(list ?? '').matchAll(/(?:^|[,[\s:])'(\/[^']*)'/g)].map((match) => match[1] ?? '');
  const isMatched = (address: string) => matchers.some((matcher) => pathToRegexp(matcher).test(address));

  test.each([
    '/wopi/files/abc',
    '/wopi/files/abc/contents',
    '/api/upload',
    '/api/documents/abc/content',
    '/api/health',
  ])('never sees %s, whose body it would cut at 10 MiB', (address) => {
    expect(matchers.length).toBeGreaterThan(0);
    expect(isMatched(address)).toBe(false);
  });

  test.each([
    '/',
    '/documents',
    '/folders/abc',
    '/recent',
    '/starred',
    '/shared',
    '/search',
    '/trash',
    '/signin',
    '/settings',
    '/edit/abc',
    '/view/abc',
  ])('gives %s its policy', (address) => {
    expect(isMatched(address)).toBe(true);
  });
});

describe('files', () => {
  const written = ['app', 'cli', 'lib', 'scripts', 'test', 'server.ts', 'proxy.ts', 'instrumentation.ts']
    .flatMap((at) => (/\.ts$/.test(at) ? files.filter((file) => file === at) : filesBelow(at)))
    .filter((file) => /\.(tsx?|m?js|css)$/.test(file) && !file.startsWith('test/fixtures/'));

  test('no file written by hand is over 10 kB', () => {
    const large = written.filter((file) => statSync(path.join(root, file)).size > 10_000);
    expect(large).toEqual([]);
  });

  test('none is called utils, helpers, manager or misc, as a file or as a folder', () => {
    expect(written.filter((file) => /(^|[/.-])(utils?|helpers?|managers?|misc|common)([/.-]|$)/.test(file))).toEqual(
      [],
    );
  });

  test('names are kebab-case outside of app', () => {
    const wrong = files.filter(
      (file) => /^(lib|cli)\//.test(file) && !/^[a-z0-9/]+(-[a-z0-9]+)*([/.-][a-z0-9]+)*\.tsx?$/.test(file),
    );
    expect(wrong).toEqual([]);
  });

  test('there is no barrel: no index file, and nothing is exported again', () => {
    const barrels = files.filter((file) => /(^|\/)index\.tsx?$/.test(file));
    const again = files.filter((file) =>
      /^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\b/m.test(readSource(file)),
    );
    expect([...barrels, ...again]).toEqual([]);
  });

  test('lib exports by name', () => {
    expect(files.filter((file) => /^(lib|cli)\//.test(file) && /^export default\b/m.test(readSource(file)))).toEqual(
      [],
    );
  });
});
