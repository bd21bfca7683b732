import { expect, test } from 'vitest';
import { deviceOf } from '@/lib/shared/device';
import { growthOf } from '../../growth';

const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36';
const tablet = 'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 Chrome/131.0 Safari/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148';
const firefox = 'Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36';

test.each([
  ['the hint says so', '?1', windows, 'phone'],
  ['the hint says no', '?0', android, 'computer'],
  ['Chrome on Android', null, android, 'phone'],
  ['Firefox on Android', null, firefox, 'phone'],
  ['an iPhone', null, iphone, 'phone'],
  ['a tablet', null, tablet, 'computer'],
  ['a computer', null, windows, 'computer'],
  ['a hint that means nothing', 'yes', windows, 'computer'],
  ['nothing is known', null, null, 'computer'],
])('%s', (_, hint, userAgent, device) => {
  expect(deviceOf(hint, userAgent)).toBe(device);
});

test.each(['Android ', 'Mobile;'])(
  'a long word of the browser, %s again and again, takes no time in the square of its length',
  (word) => {
    expect(growthOf((times) => deviceOf(null, word.repeat(times)), 5_000)).toBeLessThan(9);
  },
);
