import { expect, test } from 'vitest';
import { documentNameColumns, searchKey, sortKey } from '@/lib/shared/name-columns';

const sorted = (names: string[]) =>
  names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));

test('names sort naturally: numbers by value, accents and case after the letters', () => {
  const wanted = ['Apfel', 'Äpfel 2', 'Äpfel 10', 'Letter', 'letter 2', 'Letter 010', 'Letter 100', 'Zebra', 'Ölbild'];
  expect(sorted(wanted.toReversed())).toEqual([...wanted.slice(0, 7), 'Ölbild', 'Zebra']);
});

test('a name without a suffix comes before the same with one, and very long numbers keep their order', () => {
  const long = `a${'9'.repeat(90)}`;
  expect(sorted([`${long}1`, long, 'a1', 'a', 'a b'])[0]).toBe('a');
  expect(sortKey('a2') < sortKey('a10')).toBe(true);
});

test('a search finds a name without its accents and in any case', () => {
  expect(searchKey('Résumé ÅNGSTRÖM Straße')).toBe('resume angstrom strasse');
  expect(searchKey('ＲＥＳＵＭＥ')).toBe('resume');
});

test('what a document is follows from its name', () => {
  expect(documentNameColumns('a.DOCX')).toMatchObject({ name: 'a.DOCX', kind: 'doc' });
  expect(documentNameColumns('a')).toMatchObject({ kind: 'other' });
});

test('a copy comes after what it is a copy of, whatever the extension', () => {
  const names = ['Plan.docx', 'Plan (1).docx', 'Plan (2).docx', 'Plan (10).docx', 'Plan 2.docx', 'Planet.docx'];
  expect(sorted(names.toReversed())).toEqual(names);
  expect(sorted(['a.xlsx', 'a (1).docx', 'a.docx', 'a'])).toEqual(['a', 'a.docx', 'a.xlsx', 'a (1).docx']);
});
