import { describe, expect, test } from 'vitest';
import { clientAddress } from '@/lib/shared/client-address';
import { isAddressAllowed, isAddressIn } from '@/lib/shared/is-address-allowed';
import { plainAddress } from '@/lib/shared/plain-address';

describe('S10: networks', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['192.0.2.7', '192.0.2.7/32', true],
    ['192.0.2.6', '192.0.2.7/32', false],
    ['192.0.2.6', '192.0.2.7/31', true],
    ['192.0.2.0', '192.0.2.0/24', true],
    ['192.0.2.255', '192.0.2.0/24', true],
    ['192.0.3.0', '192.0.2.0/24', false],
    ['192.0.1.255', '192.0.2.0/24', false],
    ['192.0.2.99', '192.0.2.200/24', true],
    ['10.255.255.255', '10.0.0.0/8', true],
    ['11.0.0.0', '10.0.0.0/8', false],
    ['172.31.255.255', '172.16.0.0/12', true],
    ['172.32.0.0', '172.16.0.0/12', false],
    ['0.0.0.0', '0.0.0.0/0', true],
    ['255.255.255.255', '0.0.0.0/0', true],
    ['127.0.0.1', '128.0.0.0/1', false],
    ['128.0.0.1', '128.0.0.0/1', true],
    ['2001:db8::1', '0.0.0.0/0', false],
    ['2001:db8::1', '2001:db8::1', true],
    ['2001:db8::1', '2001:db8::1/128', true],
    ['2001:db8::2', '2001:db8::1/128', false],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', true],
    ['2001:db8:ffff::', '2001:db8::/32', true],
    ['2001:db9::', '2001:db8::/32', false],
    ['2001:db8::1', '::/0', true],
    ['fe80::1%eth0', 'fe80::/10', true],
    ['[2001:db8::1]', '2001:db8::/32', true],
    ['::1', '127.0.0.1', false],
    ['::1', '::1', true],
    ['::ffff:192.0.2.7', '192.0.2.0/24', true],
    ['::FFFF:192.0.2.7', '192.0.2.7', true],
    ['::ffff:c000:207', '192.0.2.0/24', true],
    ['::ffff:c000:307', '192.0.2.0/24', false],
    ['192.0.2.7', '::ffff:192.0.2.0/120', true],
    ['192.0.3.7', '::ffff:192.0.2.0/120', false],
    ['192.0.2.7', '::ffff:192.0.2.7', true],
    ['192.0.2.7', '::ffff:192.0.2.7/128', true],
    ['192.0.2.7', '::ffff:c000:207/128', true],
    ['192.0.2.7', '::ffff:0:0/96', true],
    [' 192.0.2.7 ', '192.0.2.0/24', true],
    ['192.0.2.7', '192.0.2.0/33', false],
    ['192.0.2.7', '192.0.2.0/-1', false],
    ['192.0.2.7', '192.0.2.0/', false],
    ['192.0.2.7', '192.0.2.0/24/24', false],
    ['192.0.2.7', '192.0.2.0/x', false],
    ['192.0.2.7', '192.0.2', false],
    ['192.0.2.7', 'localhost', false],
    ['192.0.2.7', '', false],
    ['2001:db8::1', '2001:db8::/129', false],
    ['192.0.2.7', '::ffff:192.0.2.0/64', false],
    ['300.0.2.7', '0.0.0.0/0', false],
    ['evil', '0.0.0.0/0', false],
    ['', '0.0.0.0/0', false],
    ['192.0.2.7:80', '0.0.0.0/0', false],
  ])('%j in %j: %s', (address, network, expected) => {
    expect(isAddressAllowed(address, [network])).toBe(expected);
  });

  test('one network that fits is enough, one that cannot be read spoils nothing', () => {
    expect(isAddressAllowed('192.0.2.7', ['nonsense', '10.0.0.0/8', '192.0.2.0/24'])).toBe(true);
  });

  test('an empty list allows everything but trusts nobody; an unknown address is in no network', () => {
    expect(isAddressAllowed('192.0.2.7', [])).toBe(true);
    expect(isAddressAllowed(null, [])).toBe(true);
    expect(isAddressIn('192.0.2.7', [])).toBe(false);
    expect(isAddressAllowed(null, ['0.0.0.0/0', '::/0'])).toBe(false);
  });

  test.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['[::1]', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.07', null],
    ['unknown', null],
    [null, null],
  ])('%j is plainly %j', (address, plain) => {
    expect(plainAddress(address)).toBe(plain);
  });
});

describe('S10: the address of the client', () => {
  const from = (forwarded: string | null) => new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded });
  const proxies = ['10.0.0.0/8', '2001:db8::/32'];

  test.each([
    ['what an untrusted peer claims counts for nothing', '203.0.113.9', '192.0.2.7', '203.0.113.9'],
    ['behind a trusted proxy the header speaks', '10.0.0.1', '192.0.2.7', '192.0.2.7'],
    [
      'of several the last untrusted one counts: those before it anybody can write',
      '10.0.0.1',
      '1.1.1.1, 192.0.2.7',
      '192.0.2.7',
    ],
    ['trusted proxies in a row are passed over', '10.0.0.1', '192.0.2.7, 10.0.0.3, 10.0.0.2', '192.0.2.7'],
    ['without the header it is the proxy', '10.0.0.1', null, '10.0.0.1'],
    ['when all are proxies it is the farthest', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['what is no address ends the search as unknown', '10.0.0.1', '192.0.2.7, nonsense', null],
    ['an empty hop is no hop', '10.0.0.1', '192.0.2.7,', '192.0.2.7'],
    ['a mapped peer is its IPv4 address', '::ffff:10.0.0.1', '192.0.2.7', '192.0.2.7'],
    ['IPv6 works alike', '2001:db8::1', '[2001:dba::7]', '2001:dba::7'],
    ['where the socket is unknown the last hop speaks', null, '1.1.1.1, 192.0.2.7', '192.0.2.7'],
    ['where nothing is known it is unknown', null, null, null],
  ])('%s', (_, peer, forwarded, expected) => {
    expect(clientAddress(peer, from(forwarded), proxies)).toBe(expected);
  });

  test('without trusted proxies the header is never read', () => {
    expect(clientAddress('203.0.113.9', from('192.0.2.7'), [])).toBe('203.0.113.9');
    expect(clientAddress(null, from('192.0.2.7'), [])).toBeNull();
  });
});
