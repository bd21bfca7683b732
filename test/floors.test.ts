import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
        link: z.boolean().optional(),
      }),
    ),
  })
  .parse(readJson('package-lock.json'));
const dependencies = Object.entries(lock.packages).filter(([at]) => at !== '');

const own = z
  .object({ dependencies: z.record(z.string(), z.string()), overrides: z.record(z.string(), z.unknown()) })
  .parse(readJson('package.json'));

function isAtLeast(version: string, floor: string): boolean {
  const parts = (text: string) => text.split('-', 1)[0]?.split('.').map(Number) ?? [];
  const [a, b] = [parts(version), parts(floor)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The first versions without a hole that matters here, and the ones that this program was measured with. */
const floors: Record<string, string> = {
  next: '16.4.6',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '4.24.15',
  sharp: '0.35.4',
  '@prisma/client': '7.10.0',
  semver: '5.7.2',
};

test.each(Object.entries(floors))('S51 no copy of %s is older than %s', (name, floor) => {
  const copies = dependencies.filter(([at]) => at.endsWith(`node_modules/${name}`));
  if (name !== 'sharp') expect(copies.length).toBeGreaterThan(0);
  const old = copies
    .filter(([, entry]) => !isAtLeast(entry.version ?? '0', floor))
    .map(([at, entry]) => `${at} ${entry.version}`);
  expect(old).toEqual([]);
});

test('S51 what the product runs on is pinned to one version', () => {
  const loose = Object.entries(own.dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test('S51 every package from the registry is fixed by its digest', () => {
  const bare = dependencies
    .filter(([, entry]) => !entry.link)
    .filter(([, { integrity, version }]) => !version || !/^sha(512|384|256)-[A-Za-z0-9+/]+=*$/.test(integrity ?? ''))
    .map(([at]) => at);
  expect(bare).toEqual([]);
});

test('S51 no package comes from the address of a mirror', () => {
  const elsewhere = dependencies
    .filter(([, { resolved, link }]) => !link && resolved && !resolved.startsWith('https://registry.npmjs.org/'))
    .map(([at, { resolved }]) => `${at}: ${resolved}`);
  expect(elsewhere).toEqual([]);
});

test('S51 an installation script runs only for the package that needs its native part', () => {
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()) })
    .parse(readJson('package.json'));
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['better-sqlite3']);
});

test('the lock names the builds for every platform: npm ci refuses one that a mirror left gaps in (scripts/complete-lock.mjs)', () => {
  const gaps = dependencies.flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${at}/node_modules/${name}`],
    ),
  );
  expect(gaps).toEqual([]);
});
