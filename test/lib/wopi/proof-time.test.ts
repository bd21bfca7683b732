import { expect, test } from 'vitest';
import { isProofTimely, parseTicks, ticksToMs } from '@/lib/wopi/proof/proof-time';
import { ticksOf } from '@/test/wopi-client/proof-signer';

const now = Date.UTC(2027, 0, 15, 12);
const minute = 60_000;

test.each([
  ['20 minutes old', -20 * minute, true],
  ['a millisecond older than that', -20 * minute - 1, false],
  ['a day old', -1440 * minute, false],
  ['of this moment', 0, true],
  ['5 minutes ahead', 5 * minute, true],
  ['a millisecond more ahead', 5 * minute + 1, false],
])('D13: a signed time that is %s', (_, shift, isTimely) => {
  expect(isProofTimely(ticksOf(now + shift), now)).toBe(isTimely);
});

test('D13: ticks are 100 ns since the year 1', () => {
  expect(ticksToMs(635_655_897_610_773_532n)).toBe(Date.parse('2015-04-25T20:16:01.077Z'));
  expect(ticksToMs(621_355_968_000_000_000n)).toBe(0);
});

test.each([
  null,
  '',
  '-1',
  '+1',
  '1.5',
  '1e18',
  '0x10',
  ' ',
  'soon',
  '9223372036854775808',
  '10000000000000000000',
  '١٢٣',
])('D13: %j is no time', (text) => {
  expect(parseTicks(text)).toBeNull();
});

test('D13: the largest time that 8 bytes hold is read, and it is not timely', () => {
  expect(parseTicks('9223372036854775807')).toBe(2n ** 63n - 1n);
  expect(isProofTimely(2n ** 63n - 1n, now)).toBe(false);
  expect(isProofTimely(0n, now)).toBe(false);
});
