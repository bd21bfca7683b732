import { isIP } from 'node:net';
import { plainAddress } from './plain-address';

export type Network = { address: string; bits: number; family: 'ipv4' | 'ipv6' };

/**
 * Reads a network in CIDR notation (RFC 4632, 3.1; RFC 4291, 2.3), or a single address as the network of it alone. What
 * is mapped from IPv4 into IPv6 is IPv4.
 * @returns null for what is neither
 */
export function networkOf(cidr: string): Network | null {
  const [given = '', bits, more] = cidr.split('/');
  const address = plainAddress(given);
  if (address === null || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const longest = family === 'ipv6' ? 128 : 32;
  const wasMapped = family === 'ipv4' && given.includes(':');
  const length = bits === undefined ? longest : Number(bits) - (wasMapped ? 96 : 0);
  return length < 0 || length > longest ? null : { address, bits: length, family };
}
