import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '@/app/built-in/_encoding/encodings';
import { readText } from '@/app/built-in/_encoding/read-text';
import { writeChanged } from '@/app/built-in/_encoding/write-text';
import { bytesOf, change, hexOf, lines, samples } from './bytes';
import { inEncoding, joined, read, utf16be, utf16le } from './read';

/** What comes back when nothing was changed. */
async function again(bytes: Uint8Array): Promise<Uint8Array | null> {
  const found = await readText(bytes, { name: 'notes.txt' });
  const written = found && writeChanged(found.source, ChangeSet.empty(found.source.text.length));
  return written?.ok ? written.bytes : null;
}

describe('a text keeps its encoding and its line ends', () => {
  test.each<[string, Uint8Array, Encoding, string]>([
    ['UTF-8', joined('Grüße\n'), 'utf-8', 'Grüße\n'],
    ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], 'Grüße\n'), 'utf-8', 'Grüße\n'],
    ['UTF-16, little-endian, with a mark', joined([0xff, 0xfe], utf16le('Grüße 😀\n')), 'utf-16le', 'Grüße 😀\n'],
    ['UTF-16, big-endian, with a mark', joined([0xfe, 0xff], utf16be('Grüße 😀\n')), 'utf-16be', 'Grüße 😀\n'],
    ['UTF-16 without a mark', joined(utf16le('plain words of the west')), 'utf-16le', 'plain words of the west'],
    [
      'UTF-16, big-endian, without a mark',
      joined(utf16be('plain words of the west')),
      'utf-16be',
      'plain words of the west',
    ],
    ['UTF-32 with a mark', bytesOf('fffe00004700000072000000fc000000'), 'utf-32le', 'Grü'],
    ['UTF-32, big-endian, without a mark', bytesOf('00000047000000720001f600'), 'utf-32be', 'Gr😀'],
    ['ISO-2022-JP', bytesOf('611b2442467c4b5c1b28420a'), 'iso-2022-jp', 'a日本\n'],
    ['nothing', joined(''), 'utf-8', ''],
  ])('%s is recognised without a doubt', async (_, bytes, encoding, text) => {
    expect(await read(bytes)).toMatchObject({ text, format: { encoding }, isSure: true });
    expect(await again(bytes)).toEqual(bytes);
  });

  test('pure ASCII is no guess, and what is added to it is written in UTF-8', async () => {
    const { source, format, isSure } = await read(joined('plain\r\n'));
    expect([format.encoding, isSure]).toEqual(['utf-8', true]);
    const written = writeChanged(source, change(source.text, 6, 6, 'é\n'));
    expect(written.ok && written.bytes).toEqual(joined('plain\r\né\r\n'));
  });

  test.each([
    ['\n', 'a\nb\n', 'a\nb\n'],
    ['\r\n', 'a\r\nb\r\n', 'a\nb\n'],
    ['\r', 'a\rb\r', 'a\nb\n'],
    ['mixed', 'a\r\nb\nc\r', 'a\r\nb\nc\r'],
  ])('line ends %j', async (lineEnd, written, shown) => {
    expect(await read(joined(written))).toMatchObject({ text: shown, format: { lineEnd } });
    expect(await again(joined(written))).toEqual(joined(written));
  });

  test.each<Encoding>(['utf-8', 'utf-16le', 'shift_jis', 'iso-2022-jp'])(
    'a line that is added ends as the others do: %s',
    async (encoding) => {
      const end = hexOf(encoding === 'utf-16le' ? joined(utf16le('\r\n')) : joined('\r\n'));
      const line = hexOf(inEncoding(encoding));
      const bytes = bytesOf(line + end + line + end);
      const { source } = await read(bytes);
      const at = source.text.length;
      const written = writeChanged(source, change(source.text, at, at, '3\n'));
      const three = encoding === 'utf-16le' ? '3300' : '33';
      expect(written.ok && hexOf(written.bytes)).toBe(hexOf(bytes) + three + end);
    },
  );

  test('whatever is taken for a text comes back byte for byte', async () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => new Uint8Array(Buffer.from(text))),
      fc.constantFrom('\r', '\n', '\r\n', 'ä', '\ufeff').map((text) => new Uint8Array(Buffer.from(text))),
      fc.string({ maxLength: 20 }).map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
      fc.constantFrom(...lines.map(([, , hex]) => bytesOf(hex))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 6 }), async (parts) => {
        const bytes = new Uint8Array(Buffer.concat(parts));
        const back = await again(bytes);
        if (back !== null) expect(hexOf(back)).toBe(hexOf(bytes));
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is guessed is said to be a guess', () => {
  test.each(
    lines.filter(([encoding]) => !encoding.startsWith('utf-') && encoding !== 'iso-2022-jp' && encoding !== 'gb18030'),
  )('%s', async (_, _text, hex) => {
    expect(await read(bytesOf(hex))).toMatchObject({ isSure: false });
  });

  test('UTF-16 that is known by little', async () => {
    const { text, isSure } = await read(joined(utf16le('本日の打ち合わせ\n')));
    expect([text, isSure]).toEqual(['本日の打ち合わせ\n', false]);
  });

  test('UTF-8 of which a byte is spoilt is UTF-8, with a mark for that byte', async () => {
    const bytes = joined('Grüße aus Köln', [0xff], '\n');
    expect(await read(bytes)).toMatchObject({
      text: 'Grüße aus Köln\udcff\n',
      format: { encoding: 'utf-8' },
      isSure: false,
    });
    expect(await again(bytes)).toEqual(bytes);
  });

  test('of a long text the lines that are not ASCII are judged, wherever they are', async () => {
    const bytes = joined('some,plain,row\n'.repeat(20_000), [...bytesOf(samples['zametka-1251.txt']?.bytes ?? '')]);
    expect(await read(bytes)).toMatchObject({ format: { encoding: 'windows-1251' }, isSure: false });
  });
});

test('an encoding that a person chose is taken as it is', async () => {
  const bytes = inEncoding('windows-1251');
  for (const isConfirmed of [true, false]) {
    const found = await readText(bytes, { name: 'a.txt', choice: { encoding: 'koi8-r', isConfirmed } });
    expect(found).toMatchObject({ source: { encoding: 'koi8-r' }, evidence: 'chosen', isSure: isConfirmed });
  }
});

describe('a byte order mark decides, and a byte behind it that means nothing is a mark', () => {
  test.each<[string, number[], Encoding, string]>([
    ['half a unit', [0xff, 0xfe, 0x41, 0, 0x42], 'utf-16le', 'A\udc42'],
    ['half a character', [0xff, 0xfe, 0x3d, 0xd8], 'utf-16le', '\ud83d'],
    ['no UTF-8', [0xef, 0xbb, 0xbf, 0x61, 0xff], 'utf-8', 'a\udcff'],
  ])('%s', async (_, bytes, encoding, text) => {
    const whole = new Uint8Array(bytes);
    expect(await read(whole)).toMatchObject({ text, format: { encoding, hasMark: true }, isSure: false });
    expect(await again(whole)).toEqual(whole);
  });
});

describe('what is no text is not edited', () => {
  test.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['an archive', [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]],
    ['control characters', Array.from({ length: 200 }, (_, at) => (at % 3 === 0 ? 1 : 65))],
    ['all bytes', Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)],
  ])('%s', async (_, bytes) => {
    expect(await readText(new Uint8Array(bytes), { name: 'a.txt' })).toBeNull();
  });
});
