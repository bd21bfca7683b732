import { expect, test } from 'vitest';
import { ArchiveNames } from '@/lib/archives/archive-names';
import { growthOf } from '../../growth';

test('two things of one name in one folder of an archive get different names, whatever their case', () => {
  const names = new ArchiveNames();
  expect(['Letter.docx', 'letter.docx', 'LETTER.docx', 'Letter (1).docx'].map((name) => names.take(name))).toEqual([
    'Letter.docx',
    'letter (1).docx',
    'LETTER (2).docx',
    'Letter (1) (1).docx',
  ]);
});

test('no name in an archive leads out of its folder', () => {
  const names = new ArchiveNames();
  for (const name of ['..', '../up', 'a/b', 'a\\b', '/etc/passwd', 'C:\\x', '\u202eexe.txt', '.']) {
    const taken = names.take(name);
    expect(taken).not.toMatch(/[/\\:\u202e]/);
    expect(['', '.', '..']).not.toContain(taken);
  }
});

test('ten thousand things of one name get ten thousand names, each as quickly as the first ones', () => {
  const nameAll = (count: number) => {
    const names = new ArchiveNames();
    return new Set(Array.from({ length: count }, () => names.take('Letter.docx')));
  };
  expect(nameAll(10_000).size).toBe(10_000);
  expect(growthOf(nameAll, 2_500)).toBeLessThan(9);
});
