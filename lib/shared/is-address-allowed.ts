import { BlockList, isIP } from 'node:net';

/**
 * Whether an address lies in one of the networks (CIDR or single addresses, IPv4, IPv6, and IPv4 mapped
 * into IPv6). An empty list allows all; a network that cannot be read, and an unknown address, match nothing.
 */
export function isAddressAllowed(address: string | null, cidrs: readonly string[]): boolean {
  return cidrs.length === 0 || isAddressIn(address, cidrs);
}

/** Whether an address lies in one of the networks; an empty list holds nothing. */
export function isAddressIn(address: string | null, cidrs: readonly string[]): boolean {
  const plain = plainAddress(address);
  if (plain === null) return false;
  const list = new BlockList();
  for (const cidr of cidrs) addNetwork(list, cidr);
  return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

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

function addNetwork(list: BlockList, cidr: string): void {
  const [given, bits, more] = cidr.split('/');
  const network = plainAddress(given ?? '');
  if (network === null || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return;
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const wasMapped = family === 'ipv4' && (given ?? '').includes(':');
  const length = bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits) - (wasMapped ? 96 : 0);
  if (length < 0 || length > (family === 'ipv6' ? 128 : 32)) return;
  list.addSubnet(network, length, family);
}
