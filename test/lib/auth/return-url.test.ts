import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnUrl } from '@/lib/auth/return-url';

const ours = 'http://localhost:3000';

test('a path of ours and an address of ours are kept', () => {
  expect(returnUrl('/edit/abc?x=1#y')).toBe(`${ours}/edit/abc?x=1#y`);
  expect(returnUrl(`${ours}/signin?next=%2Fedit%2Fabc`)).toBe(`${ours}/signin?next=%2Fedit%2Fabc`);
});

const pieces = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '/\\',
    '\t',
    '\n',
    '\r',
    '@',
    ':',
    '.',
    '..',
    '%2f',
    '%5c',
    '%0d%0a',
    'http:',
    'https:',
    'https://',
  ],
  ...[
    'javascript:',
    'data:',
    'evil.example',
    'localhost:3000',
    ours,
    `${ours}@`,
    'user:pass@',
    '?',
    '#',
    ' ',
    'é',
    '\u0000',
  ],
);

test('S36 whatever is asked for, the browser stays with us', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const url = new URL(returnUrl(parts.join('')));
      expect(url.origin).toBe(ours);
      expect(url.username + url.password).toBe('');
      expect(url.pathname.startsWith('//')).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'http://localhost:3000@evil.example/',
  'http://localhost:3000.evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
  undefined,
  null,
  7,
  { href: '/' },
])('S36 %j leads to the list of documents', (wanted) => {
  expect(returnUrl(wanted)).toBe(`${ours}/documents`);
});
