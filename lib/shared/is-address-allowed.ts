import { BlockList, isIP } from 'node:net';
import { networkOf } from './network-of';
import { plainAddress } from './plain-address';

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
  for (const network of cidrs.map(networkOf)) {
    if (network) list.addSubnet(network.address, network.bits, network.family);
  }
  return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}
