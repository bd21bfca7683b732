import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '@/lib/shared/file-names';

test.each([
  ['Straße.docx', 'STRASSE.docx'],
  ['STRAẞE', 'strasse'],
  ['ﬁle', 'file'],
  ['ﬀﬃ', 'FFFFI'],
  ['Å', 'A\u030a'],
  ['\u212b', 'å'],
  ['\u212a', 'k'],
  ['ſ', 'S'],
  ['İ', 'i\u0307'],
  ['ΣΑΣ', 'σας'],
  ['σασ', 'σας'],
  ['É', 'e\u0301'],
  ['ＤＯＣ', 'doc'],
  ['①', '1'],
  ['Ǆ', 'dž'],
  ['ǅ', 'Ǆ'],
  ['ŉ', 'ʼN'],
  ['ᾳ', 'ΑΙ'],
  ['Ж', 'ж'],
])('%s and %s are one name in a folder', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

test.each([
  ['a', 'ä'],
  ['İ', 'ı'],
  ['o', '0'],
  ['a.docx', 'a.doc'],
  ['а', 'a'],
  ['a b', 'ab'],
])('%s and %s are two', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test('folding twice changes nothing, and neither case nor normal form count', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const folded = foldName(name);
      expect(foldName(folded)).toBe(folded);
      expect(foldName(name.normalize('NFD'))).toBe(folded);
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.string(), (name) => foldName(name.toUpperCase()) === foldName(name.toLowerCase())),
    { numRuns: 3000 },
  );
});
