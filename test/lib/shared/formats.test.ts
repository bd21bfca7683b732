import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatWhen } from '@/lib/shared/format-when';
import { isId } from '@/lib/shared/is-id';
import { newId } from '@/lib/shared/new-id';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1049, '1 kB'],
  [1050, '1.1 kB'],
  [9_949, '9.9 kB'],
  [9_950, '10 kB'],
  [184_400, '184 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [999_999, '1 MB'],
  [1_000_000, '1 MB'],
  [3_400_000, '3.4 MB'],
  [999_999_999, '1 GB'],
  [1_073_741_824, '1.1 GB'],
  [5e12, '5 TB'],
  [5e15, '5,000 TB'],
])('%i bytes are "%s"', (bytes, text) => {
  expect(formatBytes(bytes, 'en-GB')).toBe(text);
});

test('sizes are written as in the language of the page', () => {
  expect(formatBytes(3_400_000, 'de-DE')).toMatch(/^3,4\sMB$/);
});

describe('moments', () => {
  // Local time, as people mean "yesterday".
  const now = new Date(2027, 2, 10, 15, 30).getTime();

  test.each([
    ['this minute', now, 'Just now'],
    ['59 seconds ago', now - 59_000, 'Just now'],
    ['a clock that is ahead', now + 90_000, 'Just now'],
    ['a minute ago', now - 60_000, '1 minute ago'],
    ['59 minutes ago', now - 59 * 60_000, '59 minutes ago'],
    ['an hour ago', now - 60 * 60_000, '1 hour ago'],
    ['this morning', new Date(2027, 2, 10, 0, 0).getTime(), '15 hours ago'],
    ['last night', new Date(2027, 2, 9, 23, 59).getTime(), 'Yesterday'],
    ['early yesterday', new Date(2027, 2, 9, 0, 0).getTime(), 'Yesterday'],
    ['the day before', new Date(2027, 2, 8, 23, 59).getTime(), '8 Mar'],
    ['this January', new Date(2027, 0, 1).getTime(), '1 Jan'],
    ['last December', new Date(2026, 11, 31).getTime(), '31 Dec 2026'],
  ])('%s', (_, then, text) => {
    expect(formatWhen(new Date(then).toISOString(), now, 'en-GB')).toBe(text);
  });

  test('a few minutes before midnight are minutes, not yesterday', () => {
    const justAfter = new Date(2027, 2, 10, 0, 5).getTime();
    expect(formatWhen(new Date(justAfter - 10 * 60_000).toISOString(), justAfter, 'en-GB')).toBe('10 minutes ago');
  });

  test('other languages say it in their words', () => {
    const yesterday = new Date(2027, 2, 9, 12).toISOString();
    expect(formatWhen(yesterday, now, 'de-DE')).toBe('Gestern');
    expect(formatWhen(new Date(now).toISOString(), now, 'de-DE', 'Gerade eben')).toBe('Gerade eben');
  });
});

describe('ids', () => {
  test('a new id is 26 lower-case letters and digits and never comes twice', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every((id) => /^[a-z0-9]{26}$/.test(id) && isId(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every character is as frequent as the others', () => {
    const counts = new Map<string, number>();
    for (const id of Array.from({ length: 20_000 }, newId))
      for (const character of id) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = (20_000 * 26) / 36;
    expect(counts.size).toBe(36);
    // 8 standard deviations of a binomial distribution.
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(8 * Math.sqrt(expected));
  });

  test.each([
    '',
    'a'.repeat(19),
    'a'.repeat(41),
    'A'.repeat(26),
    `${'a'.repeat(25)}-`,
    `${'a'.repeat(26)}\n`,
    '../../etc/passwd/aaaaaaaa',
    'ä'.repeat(26),
  ])('%j is no id', (text) => {
    expect(isId(text)).toBe(false);
  });

  test('nothing that is an id needs escaping in a URL or a path', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z]{20,40}$/), (text) => isId(text) && encodeURIComponent(text) === text),
    );
  });
});
