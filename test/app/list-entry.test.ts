import { expect, test } from 'vitest';
import { listEntry } from '@/app/(host)/_editor/list-entry';

const base = 'https://portal.example.com';
const entries = (...paths: string[]) => paths.map((path, n) => ({ key: `k${n}`, url: `${base}${path}` }));
/** The path that closing the last of these pages leads to. */
function closes(...paths: string[]): string | null {
  const all = entries(...paths);
  const key = listEntry(all, all.length - 1);
  return paths[all.findIndex((entry) => entry.key === key)] ?? null;
}

test.each(['/documents', '/folders/abc', '/recent?sort=name', '/starred', '/shared', '/search?q=report&page=2'])(
  'closing an editor that was opened from %s leads back there',
  (list) => {
    expect(closes('/signin', list, '/edit/x')).toBe(list);
  },
);

test('pages of documents in between do not count', () => {
  expect(closes('/folders/abc', '/view/x', '/edit/x', '/edit/copy')).toBe('/folders/abc');
  expect(closes('/recent', '/edit/x', '/view/x?version=3')).toBe('/recent');
});

test('where no list came before, there is none', () => {
  expect(closes('/edit/x')).toBeNull();
  expect(closes('/documents', '/settings', '/edit/x')).toBeNull();
  expect(closes('/trash', '/edit/x')).toBeNull();
  expect(listEntry([{ key: 'other site', url: null }, ...entries('/edit/x')], 1)).toBeNull();
  expect(listEntry([], -1)).toBeNull();
});

test('what comes after the editor in the history does not count', () => {
  expect(listEntry(entries('/edit/x', '/documents'), 0)).toBeNull();
});
