import { expect, test } from 'vitest';
import { refuseCrossOrigin } from '@/lib/auth/refuse-cross-origin';

// The settings of a test are the defaults: PUBLIC_URL is http://localhost:3000.
const ours = 'http://localhost:3000';

test.each([
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['the Origin null of a sandboxed frame', { origin: 'null' }],
  ['our host on another port', { origin: 'http://localhost:3001' }],
  ['our host on another scheme', { origin: 'https://localhost:3000' }],
  ['an Origin that begins like ours', { origin: `${ours}.evil.example` }],
  ['our Origin with a path', { origin: `${ours}/` }],
  ['two Origins', { origin: `${ours}, https://evil.example` }],
  ['an empty Origin', { origin: '' }],
  ['a foreign Origin that claims the same site', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  [
    'a foreign Origin in a form',
    { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
  ],
  ['a foreign Origin with JSON', { origin: 'https://evil.example', 'content-type': 'application/json' }],
  ['no Origin from another site', { 'sec-fetch-site': 'cross-site' }],
  ['no Origin from a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
  ['no Origin and nonsense', { 'sec-fetch-site': 'nonsense' }],
  ['our Origin and another site', { origin: ours, 'sec-fetch-site': 'cross-site' }],
  ['our Origin and a neighbour', { origin: ours, 'sec-fetch-site': 'same-site' }],
])('S35 a change with %s is refused', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'LOCK']) {
    expect(() => refuseCrossOrigin(method, new Headers(headers))).toThrowError(
      expect.objectContaining({ code: 'cross-origin' }),
    );
  }
});

test.each([
  ['our Origin', { origin: ours }],
  ['our Origin from our page', { origin: ours, 'sec-fetch-site': 'same-origin' }],
  ['no Origin from our page', { 'sec-fetch-site': 'same-origin' }],
  ['neither header, as no browser sends it', {}],
])('S35 a change with %s is let through', (_, headers) => {
  expect(() => refuseCrossOrigin('POST', new Headers(headers))).not.toThrow();
});

test('reading is let through from everywhere: links lead here', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    const headers = new Headers({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(() => refuseCrossOrigin(method, headers)).not.toThrow();
  }
});
