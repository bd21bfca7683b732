import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDisposition } from '@/lib/shared/content-disposition';

/** Reads the header as RFC 6266 has it: one quoted fall-back and one name in RFC 8187. */
function parse(header: string): { fallback: string; name: string } {
  const [, fallback = '', encoded = ''] =
    /^attachment; filename="([\x20\x21\x23-\x5b\x5d-\x7e]*)"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*)$/.exec(
      header,
    ) ?? [];
  return { fallback, name: decodeURIComponent(encoded) };
}

test('S21: any name parses back from the header, and the header can be sent', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
  );
  fc.assert(
    fc.property(anything, (name) => {
      const header = contentDisposition(name);
      expect(parse(header).name).toBe(name);
      expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['Report.docx', 'Report.docx'],
  ['My report (1).docx', 'My report (1).docx'],
  ['a"; filename="evil.exe', 'a_; filename=_evil.exe'],
  ['a\r\nSet-Cookie: x=1', 'a__Set-Cookie: x=1'],
  ['100%.docx', '100_.docx'],
  ['a\\b', 'a_b'],
  ["it's (a) *star*!", "it's (a) *star*!"],
  ['Отчёт.docx', '_____.docx'],
])('S21: %j falls back to %j', (name, fallback) => {
  expect(parse(contentDisposition(name))).toEqual({ fallback, name });
});

test('S21: half a character becomes the replacement character and never throws', () => {
  expect(parse(contentDisposition('a\ud83d.docx')).name).toBe('a\ufffd.docx');
});
