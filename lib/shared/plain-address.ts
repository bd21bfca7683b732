import { isIP } from 'node:net';

/** An address without brackets and zone, an IPv4 address mapped into IPv6 as IPv4; null for anything else. */
export function plainAddress(address: string | null): string | null {
  const bare = (address ?? '')
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  const plain = mapped ?? bare;
  return isIP(plain) ? plain : null;
}
