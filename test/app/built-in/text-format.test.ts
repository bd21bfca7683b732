import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText, plainFormat } from '@/app/built-in/_text/text-format';

const bytesOf = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
const utf16le = (text: string) => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string) => [...Buffer.from(text, 'utf16le').swap16()];

/** What comes back when nothing was changed. */
function again(bytes: Uint8Array): Uint8Array | null {
  const decoded = decodeText(bytes);
  return decoded && encodeText(decoded.text, decoded.format);
}

describe('a text keeps its encoding and its line ends', () => {
  test.each([
    ['UTF-8', bytesOf('Grüße\n'), 'utf-8', 'Grüße\n'],
    ['UTF-8 with a mark', bytesOf([0xef, 0xbb, 0xbf], 'Grüße\n'), 'utf-8-bom', 'Grüße\n'],
    ['UTF-16, little-endian, with a mark', bytesOf([0xff, 0xfe], utf16le('Grüße 😀\n')), 'utf-16le', 'Grüße 😀\n'],
    ['UTF-16, big-endian, with a mark', bytesOf([0xfe, 0xff], utf16be('Grüße 😀\n')), 'utf-16be', 'Grüße 😀\n'],
    ['UTF-16 without a mark', bytesOf(utf16le('plain words of the west')), 'utf-16le', 'plain words of the west'],
    [
      'UTF-16, big-endian, without a mark',
      bytesOf(utf16be('plain words of the west')),
      'utf-16be',
      'plain words of the west',
    ],
    ['Latin-1', bytesOf([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80]), 'windows-1252', 'Grüße €'],
    ['UTF-8 that is not well-formed', bytesOf('abc', [0xff, 0xc3], 'def'), 'windows-1252', 'abcÿÃdef'],
    ['nothing', bytesOf(''), 'utf-8', ''],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ text, format: { encoding } });
    expect(again(bytes)).toEqual(bytes);
  });

  test.each([
    ['\n', 'a\nb\n', 'a\nb\n'],
    ['\r\n', 'a\r\nb\r\n', 'a\nb\n'],
    ['\r', 'a\rb\r', 'a\nb\n'],
    ['mixed', 'a\r\nb\nc\r', 'a\r\nb\nc\r'],
  ])('line ends %j', (lineEnd, written, shown) => {
    const decoded = decodeText(bytesOf(written));
    expect(decoded).toMatchObject({ text: shown, format: { lineEnd } });
    expect(again(bytesOf(written))).toEqual(bytesOf(written));
  });

  test('a line that is added ends as the others do', () => {
    const decoded = decodeText(bytesOf('one\r\ntwo\r\n'));
    if (!decoded) throw new Error('not read');
    expect(encodeText(`${decoded.text}three\n`, decoded.format)).toEqual(bytesOf('one\r\ntwo\r\nthree\r\n'));
  });

  test('whatever is taken for a text comes back byte for byte', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => new Uint8Array(Buffer.from(text))),
      fc.constantFrom('\r', '\n', '\r\n', 'ä', '\ufeff').map((text) => new Uint8Array(Buffer.from(text))),
      fc.string({ maxLength: 20 }).map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const bytes = new Uint8Array(Buffer.concat(parts));
        const back = again(bytes);
        if (back !== null) expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is no text is not edited', () => {
  test.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['an archive', [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]],
    ['control characters', Array.from({ length: 200 }, (_, at) => (at % 3 === 0 ? 1 : 65))],
    ['half a UTF-16 unit', [0xff, 0xfe, 0x41, 0, 0x42]],
    ['half a UTF-16 character', [0xff, 0xfe, 0x3d, 0xd8]],
  ])('%s', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBeNull();
  });
});

test('Latin-1 says when it lacks a character, and UTF-8 has it', () => {
  const format = { ...plainFormat, encoding: 'windows-1252' as const };
  expect(encodeText('naïve €', format)).toEqual(new Uint8Array([0x6e, 0x61, 0xef, 0x76, 0x65, 0x20, 0x80]));
  expect(encodeText('日本', format)).toBeNull();
  expect(encodeText('日本', plainFormat)).toEqual(new Uint8Array(Buffer.from('日本')));
});
