import { describe, expect, test } from 'vitest';
import { chosenLocale, pickLocale } from '@/lib/shared/messages/pick-locale';

const nothing = { person: null, cookie: null, acceptLanguage: null };

describe('the language of a page', () => {
  test('is what the person chose, whatever the browser says', () => {
    expect(pickLocale({ person: 'en', cookie: 'de', acceptLanguage: 'de' })).toBe('en');
  });

  test('is what was chosen in this browser, as long as the person chose nothing', () => {
    expect(pickLocale({ person: null, cookie: 'de', acceptLanguage: 'en' })).toBe('de');
  });

  test('is English when nobody says anything', () => {
    expect(pickLocale(nothing)).toBe('en');
  });

  test.each(['', 'xx', 'DE', '__proto__', 'constructor'])('a choice of %j counts as none', (choice) => {
    expect(chosenLocale({ person: choice, cookie: choice })).toBeNull();
    expect(pickLocale({ person: choice, cookie: choice, acceptLanguage: 'de' })).toBe('de');
  });
});

test.each([
  ['de', 'de'],
  ['de-CH, en;q=0.9', 'de'],
  ['DE-AT', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['en;q=0.3, de;q=0.7', 'de'],
  ['fr-FR, fr;q=0.9, de;q=0.2', 'de'],
  ['de;q=0, en;q=0.1', 'en'],
  ['de;q=0', 'en'],
  ['de;q=nonsense', 'en'],
  ['fr, *;q=0.5', 'en'],
  ['den, deutsch', 'en'],
  [',,;;q=1', 'en'],
  [`${'fr,'.repeat(200)}de`, 'en'],
])('a browser that sends Accept-Language "%s" gets %s', (acceptLanguage, locale) => {
  expect(pickLocale({ ...nothing, acceptLanguage })).toBe(locale);
});
