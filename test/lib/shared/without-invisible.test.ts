import { describe, expect, test } from 'vitest';
import { foldName, makeNameLegal } from '@/lib/shared/file-names';

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
