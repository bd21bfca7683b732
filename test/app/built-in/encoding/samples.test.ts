import { describe, expect, test } from 'vitest';
import { encodings } from '@/app/built-in/_encoding/encodings';
import { likelyEncodings, readText } from '@/app/built-in/_encoding/read-text';
import { plainFormat, SourceText } from '@/app/built-in/_encoding/source-text';
import { writeChanged, writeWhole } from '@/app/built-in/_encoding/write-text';
import { bytesOf, change, hexOf, lines, samples } from './bytes';

describe.each(Object.entries(samples))('%s', (name, sample) => {
  const bytes = bytesOf(sample.bytes);

  test('its encoding is known, or among the first three that are offered', async () => {
    const read = await readText(bytes, { name });
    const offered = await likelyEncodings(bytes, name);
    const texts = offered.map((encoding) => new SourceText(bytes, encoding).text);
    expect(texts).toContain(sample.text);
    if (read?.isSure) expect(read.source.text).toBe(sample.text);
    else expect(texts[0]).toBe(read?.source.text);
  });

  test('opened and saved without a change it is the same bytes', () => {
    const source = new SourceText(bytes, sample.encoding);
    expect(source.text).toBe(sample.text);
    expect(source.markCount).toBe(0);
    expect(writeChanged(source, change(source.text, 0, 0, ''))).toEqual({ ok: true, bytes });
  });

  test('a character typed at the end is written in its encoding, behind the old bytes', () => {
    const source = new SourceText(bytes, sample.encoding);
    const end = source.text.length;
    const written = writeChanged(source, change(source.text, end, end, sample.typed));
    expect(written.ok && hexOf(written.bytes)).toBe(sample.after);
  });

  test('with a word in its middle changed, all other bytes are the old ones', () => {
    const source = new SourceText(bytes, sample.encoding);
    const { at, text } = sample.middle;
    const written = writeChanged(source, change(source.text, at, at + 1, sample.typed.repeat(2)));
    expect(written.ok && hexOf(written.bytes)).toBe(sample.middle.bytes);
    expect(written.ok && new SourceText(written.bytes, sample.encoding).text).toBe(text);
  });
});

test('there is a line for every encoding', () => {
  expect(lines.map(([encoding]) => encoding)).toEqual([...encodings]);
});

test.each(lines)('%s is read and written as others read and write it: %s', (encoding, text, hex) => {
  const source = new SourceText(bytesOf(hex), encoding);
  expect([source.text, source.markCount]).toEqual([text, 0]);
  const written = writeWhole(text, { ...plainFormat, encoding });
  expect(written.ok && hexOf(written.bytes)).toBe(hex);
});

test.each([...encodings])('%s: every character that is written is read as the same', (encoding) => {
  const format = { ...plainFormat, encoding };
  const chars = Array.from({ length: 0xd800 - 0x80 }, (_, at) => String.fromCodePoint(0x80 + at));
  const whole = chars.filter((char) => writeWhole(char, format).ok).join('');
  const written = writeWhole(whole, format);
  expect(whole.length).toBeGreaterThan(50);
  expect(written.ok && new SourceText(written.bytes, encoding).text === whole).toBe(true);
});
