import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, makeNameLegal } from '@/lib/shared/file-names';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import { growthOf } from '../../growth';
import { modelWithoutInvisible } from './model-without-invisible';

describe('S20: joiners', () => {
  test.each([
    ['گزارش\u200cهای سال.docx', 'Persian'],
    ['نامه\u200cها.txt', 'Persian'],
    ['۱۴۰۲ ه\u200d.ق.docx', 'Persian, a letter by itself'],
    ['ශ්\u200dරී වාර්තාව.docx', 'Sinhala'],
    ['दर्\u200dया.docx', 'Marathi'],
    ['র\u200d্যাম.docx', 'Bengali'],
    ['അവന്\u200d.docx', 'Malayalam, at the end of a word'],
    ['ᠬᠣᠲᠠ\u180eᠠ.txt', 'Mongolian'],
    ['葛\u{e0100}城.docx', 'Japanese, a variant of a character'],
    ['👩\u200d👧 trip.docx', 'two people in one picture'],
    ['🏳\ufe0f\u200d🌈.md', 'a flag'],
    ['👨🏽\u200d💻 work.txt', 'a picture with a skin tone'],
    ['❤\ufe0f\u200d🔥.txt', 'a picture with a variation selector'],
    ['🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}.txt', 'the flag of Scotland'],
    ['1\ufe0f\u20e3.txt', 'a key'],
  ])('%j (%s) stays as it is', (name) => {
    expect(makeNameLegal(name)).toBe(name);
  });

  test.each([
    ['in\u200dvoice.docx', 'invoice.docx', 'between Latin letters'],
    ['report.do\u200ccx', 'report.docx', 'in an extension'],
    ['\u200d👧.docx', '👧.docx', 'before a picture'],
    ['👧\u200d.docx', '👧.docx', 'after a picture'],
    ['نامه\u200c.txt', 'نامه.txt', 'at the end of a word'],
    ['نامه\u200c\u200c\u200bها.txt', 'نامه\u200cها.txt', 'more than one'],
    ['a\ufe0fb.docx', 'ab.docx', 'a variation selector of no picture'],
    ['pay\u{e0065}\u{e0078}\u{e0065}.docx', 'pay.docx', 'a word in invisible letters'],
  ])('%j becomes %j: %s it hides', (name, legal) => {
    expect(makeNameLegal(name)).toBe(legal);
  });

  test('two names that differ by joiners only count as the same: nobody tells them apart', () => {
    expect(foldName('نامه\u200cها.txt')).toBe(foldName('نامهها.txt'));
    expect(foldName('دو نامه.txt')).not.toBe(foldName('دونامه.txt'));
  });
});

describe('S20: what belongs to a spelling or a picture', () => {
  /** Letters that are joined and that are not, marks, pictures, joiners, selectors, and the letters of flags. */
  const telling = fc.constantFrom(
    ...[
      'a',
      '1',
      '#',
      ' ',
      '.',
      'é',
      '\u0301',
      '\u0345',
      '\u20e3',
      '〽',
      'Ａ',
      '∑',
      '\ud83d',
      '\ude00',
      '\u200b',
      '\ufeff',
    ],
    ...['ش', 'ه', '\u064e', '\u0640', 'र', '\u094d', 'ക', 'ශ', 'က', '\u1039', 'ꡀ', '日', '葛', '\u1820', '\u180a'],
    ...['\u180b', '\u180c', '\u180d', '\u180e', '\u180f', '\u200c', '\u200d', '\ufe00', '\ufe0e', '\ufe0f'],
    ...[
      '👩',
      '❤',
      '🔥',
      '🏽',
      '🇩',
      '🏴',
      '😀',
      '\u{e0020}',
      '\u{e0067}',
      '\u{e007e}',
      '\u{e007f}',
      '\u{e0100}',
      '\u{e01ef}',
    ],
  );

  test.each([
    ['of characters that matter', fc.array(telling, { maxLength: 14 }).map((parts) => parts.join(''))],
    ['of any characters', fc.string({ unit: 'binary', maxLength: 30 })],
    [
      'of these and those',
      fc.array(fc.oneof(telling, fc.string({ unit: 'binary', maxLength: 2 }))).map((all) => all.join('')),
    ],
  ])('stays, and all else that nobody sees goes, in texts %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(withoutInvisible(text)).toBe(modelWithoutInvisible(text));
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ['selectors', 'a', '\ufe0f'],
    ['selectors behind a picture', '👩', '\ufe0f\u200d'],
    ['marks behind a joined letter', 'ش', '\u064e\u200d'],
    ['joiners', 'ش', '\u200c\u200d'],
    ['skin tones', '👩', '🏽\u200d'],
    ['variants', '葛', '\u{e0100}'],
    ['letters of a flag', '🏴', '\u{e0067}'],
  ])('takes longer in proportion to the length of the text only: %s', (_, first, part) => {
    expect(growthOf((times) => withoutInvisible(first + part.repeat(times)), 5_000)).toBeLessThan(9);
  });
});
