import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readSource, root } from './source-tree';

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = z.object({ plugins: z.array(z.object({ path: z.string(), includes: z.array(z.string()) })) });
const report = z.object({ diagnostics: z.array(z.object({ category: z.string(), severity: z.string() })) });

/** What our own rules find in a module, with the settings of this project. */
async function findings(source: string, at = 'app/sample.ts'): Promise<string[]> {
  const { plugins } = settings.parse(JSON.parse(readSource('biome.json')));
  const own = plugins.map((plugin) => ({ ...plugin, path: path.join(root, plugin.path) }));
  writeFileSync(
    path.join(folder, 'biome.json'),
    JSON.stringify({ plugins: own, linter: { rules: { preset: 'none' } } }),
  );
  mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
  writeFileSync(path.join(folder, at), source);
  const biome = path.join(root, 'node_modules/.bin/biome');
  const { stdout } = await promisify(execFile)(biome, ['lint', '--reporter=json', at], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  return report.parse(JSON.parse(stdout)).diagnostics.map(({ category, severity }) => `${category} ${severity}`);
}

test.each([
  'export const id = crypto.randomUUID();',
  'export const id = globalThis.crypto.randomUUID();',
  "export const hash = crypto.subtle.digest('SHA-256', new Uint8Array());",
  "await navigator.clipboard.writeText('x');",
  'export const hasLocks = window.navigator?.locks;',
  'export const { serviceWorker } = navigator;',
  "await caches.open('x');",
  'await window.showOpenFilePicker();',
])('page code may not use what browsers have on https and localhost only: %s', async (source) => {
  expect(await findings(source)).toEqual(['plugin error']);
});

test.each([
  'export const bytes = crypto.getRandomValues(new Uint8Array(16));',
  'export const language = navigator.language;',
  'export const list = { caches: 1 }; export const { caches: one } = list; export const two = list.caches;',
  '// biome-ignore lint/plugin: plain http has another way\nexport const { clipboard } = navigator;',
])('page code may use what browsers have everywhere, or what has another way: %s', async (source) => {
  expect(await findings(source)).toEqual([]);
});

test('the rule is for what runs in a browser', async () => {
  expect(await findings('export const id = crypto.randomUUID();', 'lib/shared/sample.ts')).toEqual(['plugin error']);
  expect(await findings('export const id = crypto.randomUUID();', 'cli/sample.ts')).toEqual([]);
});
