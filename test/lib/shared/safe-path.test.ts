import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safePath } from '@/lib/shared/safe-path';

const portal = 'https://portal.example';

test.each([
  ['/', '/'],
  ['/documents', '/documents'],
  ['/edit/abc?mode=view#top', '/edit/abc?mode=view#top'],
  ['/a/../b', '/b'],
  ['/ä', '/%C3%A4'],
  ['/edit/a?next=https://evil.example', '/edit/a?next=https://evil.example'],
  ['/@evil.example', '/@evil.example'],
  ['/%5cevil.example', '/%5cevil.example'],
  ['/%2f/evil.example', '/%2f/evil.example'],
])('S36: %s is a path of the portal', (wanted, path) => {
  expect(safePath(wanted)).toBe(path);
});

test.each([
  ...[null, undefined, '', ' ', 'documents', '?a', '#a', './a', '../a'],
  ...[
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '\t//evil.example',
  ],
  ...[
    '/\n/evil.example',
    '/\r\n/evil.example',
    '/\0/evil.example',
    ' //evil.example',
    '/a\\..\\b',
    '/a\r\nLocation: x',
  ],
  ...[
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'HTTPS://portal.example',
    'http://portal.invalid/x',
  ],
  ...[
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'blob:x',
    '//user@evil.example',
    '//user:pass@portal.invalid/',
  ],
  ...[
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '//portal.invalid//evil.example',
    '//[::1]',
    '//',
  ],
])('S36: %j leads to the documents', (wanted) => {
  expect(safePath(wanted)).toBe('/documents');
});

test('the fall-back can be another', () => {
  expect(safePath('//evil.example', '/signin')).toBe('/signin');
});

test('S36: whatever is put together from pieces of URLs, the way goes to the portal, also when it is cleaned twice', () => {
  const piece = fc.constantFrom(
    ...[
      '/',
      '//',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\t',
      '\n',
      ' ',
      '\0',
      ':',
      '@',
      '?',
      '#',
      ';',
      '&',
      '=',
      '[',
      ']',
      '%',
    ],
    ...[
      'http:',
      'https:',
      'javascript:',
      'data:',
      'user:pw@',
      'evil.example',
      'portal.invalid',
      ':80',
      '127.0.0.1',
      '::1',
      'a',
      'ü',
      '\u2028',
      '\uff0f',
      '\ud800',
    ],
  );
  const wanted = fc.oneof(
    fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(wanted, (text) => {
      const path = safePath(text);
      expect(path).toMatch(/^\/(?!\/)/);
      expect(path).not.toMatch(/[\\\s]|[^\x20-\x7e]/);
      expect(new URL(path, portal).origin).toBe(portal);
      expect(new URL(path, portal).username).toBe('');
      expect(safePath(path)).toBe(path);
    }),
    { numRuns: 5000 },
  );
});
