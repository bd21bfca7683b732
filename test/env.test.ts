import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readSettings } from '@/lib/env';

const root = path.resolve(import.meta.dirname, '..');
const example = parseEnv(readFileSync(path.join(root, '.env.example'), 'utf8'));

/** The settings that lib/env.ts knows, read from its schema's text: `NAME: …` at two spaces inside the object. */
const known = [...readFileSync(path.join(root, 'lib/env.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
  (match) => match[1] ?? '',
);

describe('.env.example', () => {
  test('names every setting of lib/env.ts and no other', () => {
    expect(known.length).toBeGreaterThan(10);
    expect(Object.keys(example).sort()).toEqual([...known].sort());
  });

  test('shows the defaults: reading it gives the same settings as reading nothing', () => {
    expect(readSettings(example)).toEqual(readSettings({}));
  });
});

test('the table of settings in the README names every setting and no other', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('\n## ', readme.indexOf('## Settings') + 5));
  const named = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z0-9_]+)`/g)].map((match) => match[1] ?? ''));
  expect(named.sort()).toEqual([...known].sort());
});
