import { describe, expect, test } from 'vitest';
import { type Encoding, encodings } from '@/app/built-in/_encoding/encodings';
import { plainFormat, SourceText } from '@/app/built-in/_encoding/source-text';
import { writeChanged, writeWhole } from '@/app/built-in/_encoding/write-text';
import { bytesOf, change, hexOf } from './bytes';

describe('ISO-2022-JP switches sets where an edit needs it, and nowhere else', () => {
  const kanji = (hex: string) => `1b2442${hex}1b2842`;
  test.each([
    ['a letter between two characters', kanji('467c4b5c'), 1, 1, 'a', '1b2442467c1b2842611b24424b5c1b2842'],
    ['a character between two', kanji('467c4b5c'), 1, 1, 'は', kanji('467c244f4b5c')],
    ['a character before a letter', `${kanji('467c')}61`, 1, 1, 'は', `${kanji('467c244f')}61`],
    ['a letter before a letter', `${kanji('467c')}61`, 1, 1, 'b', `${kanji('467c')}6261`],
    ['a character at the beginning', kanji('467c'), 0, 0, 'は', kanji('244f467c')],
    ['a character at the end', kanji('467c'), 1, 1, 'は', kanji('467c244f')],
    ['a letter at the end', kanji('467c'), 1, 1, 'a', `${kanji('467c')}61`],
    ['a character behind the last line', `${kanji('467c')}0a`, 2, 2, 'は', `${kanji('467c')}0a${kanji('244f')}`],
    ['the only character gone', kanji('467c'), 0, 1, '', ''],
    ['a letter where Roman letters are switched on', '1b284a61621b2842', 1, 1, 'c', '1b284a6163621b2842'],
  ])('%s', (_, hex, from, to, insert, expected) => {
    const source = new SourceText(bytesOf(hex), 'iso-2022-jp');
    const written = writeChanged(source, change(source.text, from, to, insert));
    expect(written.ok && hexOf(written.bytes)).toBe(expected);
  });
});

describe('what an encoding lacks', () => {
  test.each<[Encoding, string, string[]]>([
    ['windows-1251', 'да → 日本 日', ['→', '日', '本']],
    ['shift_jis', 'はé¥', ['é', '¥']],
    ['gbk', '京😀', ['😀']],
    ['big5', '字简', ['简']],
    ['iso-2022-jp', 'はｱ', ['ｱ']],
    ['iso-8859-1', '12 €', ['€']],
  ])('is named, and nothing is written: %s', (encoding, insert, lacks) => {
    const source = new SourceText(bytesOf('6162'), encoding);
    expect(writeChanged(source, change(source.text, 1, 1, insert))).toEqual({ ok: false, lacks });
  });

  test('UTF-8, UTF-16, UTF-32 and GB18030 lack nothing', () => {
    const all = encodings.filter((encoding) => writeWhole('é→日😀', { ...plainFormat, encoding }).ok);
    expect(all).toEqual(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'gb18030']);
  });
});

describe('a byte without a meaning', () => {
  test('is a mark in the text, is counted, and stays the byte that it is', () => {
    const source = new SourceText(bytesOf('6772c3bcff6e0a'), 'utf-8');
    expect([source.text, source.markCount]).toEqual(['grü\udcffn\n', 1]);
    const written = writeChanged(source, change(source.text, 6, 6, 'ende'));
    expect(written.ok && hexOf(written.bytes)).toBe('6772c3bcff6e0a656e6465');
  });

  test('stays the byte that it is where it is moved to, and in UTF-8', () => {
    const source = new SourceText(bytesOf('d6d0fffe'), 'gbk');
    expect(source.text).toBe('中\udcff\udcfe');
    const moved = change(source.text, 0, 3, '\udcff\udcfe中');
    expect(writeChanged(source, moved)).toEqual({ ok: true, bytes: bytesOf('fffed6d0') });
    expect(writeWhole(source.text, plainFormat)).toEqual({ ok: true, bytes: bytesOf('e4b8adfffe') });
  });
});
