import { expect, test } from 'vitest';
import { nextModifiedAt } from '@/lib/documents/next-modified-at';

const at = (ms: number) => new Date(1_800_000_000_000 + ms);

test.each([
  ['a later clock', at(0), at(5), at(5)],
  ['a clock that stood', at(0), at(0), at(1)],
  ['a clock that jumped back', at(0), at(-60_000), at(1)],
])('LastModifiedTime after %s differs from every earlier one', (_, previous, now, next) => {
  expect(nextModifiedAt(previous, now)).toEqual(next);
});
