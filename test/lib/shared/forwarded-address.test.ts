import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress } from '@/lib/shared/client-address';
import { forwardedAddress } from '@/lib/shared/forwarded-address';
import { isAddressAllowed } from '@/lib/shared/is-address-allowed';

const proxies = ['10.0.0.0/8', 'fd00::/8'];

describe('S10: an entry of X-Forwarded-For', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:47011', '192.0.2.7'],
    ['"192.0.2.7:47011"', '192.0.2.7'],
    ['192.0.2.7:_gazonk', '192.0.2.7'],
    ['for=192.0.2.7', '192.0.2.7'],
    ['2001:db8::17', '2001:db8::17'],
    ['[2001:db8::17]', '2001:db8::17'],
    ['[2001:db8::17]:4711', '2001:db8::17'],
    ['"[2001:db8::17]:4711"', '2001:db8::17'],
    ['[::ffff:192.0.2.7]:80', '192.0.2.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['  192.0.2.7  ', '192.0.2.7'],
    ['unknown', null],
    ['_hidden', null],
    ['_SEVKISEK', null],
    ['', null],
    ['192.0.2.256', null],
    ['192.0.2.7:99999999', null],
    ['192.0.2.7:', null],
    ['[192.0.2.7]', null],
    ['[2001:db8::17', null],
    ['2001:db8::17]', null],
    ['[2001:db8::17]x', null],
    ['"192.0.2.7', null],
    ['192.0.2.7 10.0.0.1', null],
    ['localhost', null],
  ])('%j is %j', (entry, address) => {
    expect(forwardedAddress(entry)).toBe(address);
  });
});

// What proxies append is what they saw; what stands before it is whatever the client sent.
const ipv4 = fc.ipV4();
const ipv6 = fc.ipV6().map((address) => address.toLowerCase());
const port = fc.integer({ min: 1, max: 65535 });
const spelled = fc.oneof(
  ipv4.map((address) => ({ address, entry: address })),
  fc.tuple(ipv4, port).map(([address, n]) => ({ address, entry: `${address}:${n}` })),
  ipv6.map((address) => ({ address, entry: `[${address}]` })),
  fc.tuple(ipv6, port).map(([address, n]) => ({ address, entry: `[${address}]:${n}` })),
  fc.tuple(ipv6, port).map(([address, n]) => ({ address, entry: `"[${address}]:${n}"` })),
);
const unreadable = fc.oneof(
  fc.constantFrom(
    'unknown',
    '_hidden',
    '_',
    '[',
    ']',
    '[]',
    ':',
    '"',
    '127.0.0.1.',
    '1.2.3',
    '0x7f.1',
    '::1::',
    '[::1',
    'a b',
  ),
  fc.stringMatching(/^_[\w.-]{1,20}$/),
);
const blank = fc.constantFrom('', ' ', '  ', '\t');
const trusted = fc.constantFrom('10.0.0.2', '10.9.8.7:443', '[fd00::2]', '[fd00::3]:8443');
const anything = fc.oneof(
  spelled.map(({ entry }) => entry),
  unreadable,
  trusted,
  blank,
);

/** Headers as a chain of proxies writes them: entries in one header or in several. */
const listOf = (entries: readonly string[], inOne: boolean): Headers => {
  const headers = new Headers();
  if (inOne) headers.set('x-forwarded-for', entries.join(','));
  else for (const entry of entries) headers.append('x-forwarded-for', entry);
  return headers;
};

describe('S10: whatever a client writes into X-Forwarded-For before it reaches a proxy', () => {
  test('the address is the one that the first trusted proxy saw', () => {
    fc.assert(
      fc.property(
        fc.array(anything),
        spelled,
        fc.array(fc.oneof(trusted, blank)),
        fc.boolean(),
        (lies, seen, ours, inOne) => {
          const address = forwardedAddress(seen.entry) ?? '';
          fc.pre(!isAddressAllowed(address, proxies));
          const headers = listOf([...lies, seen.entry, ...ours], inOne);
          expect(clientAddress('10.0.0.1', headers, proxies)).toBe(address);
        },
      ),
    );
  });

  test('where a proxy names nobody the address is unknown, in no allow-list, and never a proxy’s', () => {
    fc.assert(
      fc.property(
        fc.array(anything),
        unreadable,
        fc.array(fc.oneof(trusted, blank)),
        fc.boolean(),
        (lies, none, ours, inOne) => {
          const address = clientAddress('10.0.0.1', listOf([...lies, none, ...ours], inOne), proxies);
          expect(address).toBeNull();
          expect(isAddressAllowed(address, ['0.0.0.0/0', '::/0'])).toBe(false);
        },
      ),
    );
  });

  test('from an untrusted peer nothing of it counts', () => {
    fc.assert(
      fc.property(fc.array(anything), fc.boolean(), (lies, inOne) => {
        expect(clientAddress('203.0.113.9', listOf(lies, inOne), proxies)).toBe('203.0.113.9');
      }),
    );
  });
});
