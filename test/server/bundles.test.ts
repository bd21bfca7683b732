import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { root } from '../source-tree';

const assets = path.join(root, 'public/built-in/assets');
const read = (file: string) => readFileSync(path.join(assets, file));

/** Something in each library that minifying leaves as it is. */
const marks = {
  codeMirror: 'cm-editor',
  detector: 'iso2022_jp_ext',
  pdfJs: 'GetDocRequest',
  docxPreview: 'docxjs',
  react: 'react.dev/errors',
};
type Library = keyof typeof marks;

/** A bundle and the chunks that it loads at once; what it loads later is not among them. */
function loadedAtOnce(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = read(file).toString('utf8');
  for (const [, from] of text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) {
    loadedAtOnce(path.join(path.dirname(file), from ?? ''), found);
  }
  return found;
}

function weigh(file: string): { raw: number; gzip: number; libraries: Library[] } {
  const bytes = Buffer.concat([...loadedAtOnce(file)].map(read));
  const libraries = (Object.keys(marks) as Library[]).filter((library) => bytes.includes(marks[library]));
  const size = { raw: bytes.length, gzip: gzipSync(bytes).length };
  process.stdout.write(`${file}: ${(size.raw / 1000).toFixed(0)} kB, ${(size.gzip / 1000).toFixed(0)} kB packed\n`);
  return { ...size, libraries };
}

describe('each frame loads what it needs and nothing else', () => {
  test.each<[string, Library[], number]>([
    ['text.js', ['codeMirror', 'react'], 420_000],
    ['preview.js', ['react'], 150_000],
    ['sandbox-docx.js', ['docxPreview'], 65_000],
    ['sandbox-image.js', [], 3_000],
    ['sandbox-pdf.js', ['pdfJs'], 160_000],
    ['pdf/worker.js', ['pdfJs'], 420_000],
  ])('%s: %j, at most %i bytes packed', (file, libraries, most) => {
    const { gzip, libraries: found } = weigh(file);
    expect(found).toEqual(libraries);
    expect(gzip).toBeLessThan(most);
  });
});

test('what guesses an encoding is a chunk of its own, loaded for a text that needs it', () => {
  const files = readdirSync(path.join(assets, 'chunks')).filter((file) => file.endsWith('.js'));
  const chunks = files.map((file) => path.join('chunks', file)).filter((file) => read(file).includes(marks.detector));
  expect(chunks).toHaveLength(1);
  for (const chunk of chunks) {
    const { gzip, libraries } = weigh(chunk);
    expect(libraries).toEqual(['detector']);
    expect(gzip).toBeLessThan(750_000);
  }
});

test("the portal's own pages carry no editor and no preview", () => {
  const chunks = path.join(root, '.next/static/chunks');
  const files = readdirSync(chunks, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const bytes = readFileSync(path.join(chunks, file));
    for (const library of ['codeMirror', 'detector', 'pdfJs', 'docxPreview'] as const) {
      expect(bytes.includes(marks[library]), `${library} in ${file}`).toBe(false);
    }
  }
});

describe('S52: what browsers load', () => {
  /** Names in the server's own modules that minifying leaves as they are. */
  const inside = [
    'better-sqlite3',
    'passwordHash',
    'AUTH_SECRET',
    'ADMIN_PASSWORD',
    'DATABASE_URL',
    'storageKey',
    'node:fs',
  ];
  const everyFile = (folder: string) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(js|mjs|css|html|json|txt|map)$/.test(file))
      .map((file) => path.join(folder, file));

  test('has no module, no setting and no column of the server in it, and no source map', () => {
    const files = [...everyFile('.next/static'), ...everyFile('public/built-in')];
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return inside.filter((name) => text.includes(name)).map((name) => `${name} in ${file}`);
    });
    expect(found).toEqual([]);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  test('would be found to have them: the server has', () => {
    const server = everyFile('dist')
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n');
    expect(inside.filter((name) => !server.includes(name))).toEqual([]);
  });
});
