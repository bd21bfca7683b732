import { forwardedAddress } from './forwarded-address';
import { isAddressIn } from './is-address-allowed';
import { plainAddress } from './plain-address';

/**
 * The address of the client: that of the socket, or, where the socket is a trusted proxy's, the last
 * address in X-Forwarded-For that is not a trusted proxy's; when all are, the one farthest away. Anybody can write
 * that header, so it counts for nothing when the peer is not trusted, and what stands before an entry that cannot be
 * read counts for nothing either.
 * @param socketAddress null where the door does not know it: then only the header's last hop speaks
 * @param trusted addresses or networks of proxies
 * @returns null when it is unknown: that is in no list of allowed networks
 */
export function clientAddress(
  socketAddress: string | null,
  headers: Headers,
  trusted: readonly string[],
): string | null {
  const peer = plainAddress(socketAddress);
  if (trusted.length === 0) return peer;
  if (peer !== null && !isAddressIn(peer, trusted)) return peer;
  let farthest = peer;
  for (const hop of hopsOf(headers).reverse()) {
    const address = forwardedAddress(hop);
    if (address === null || !isAddressIn(address, trusted)) return address;
    farthest = address;
  }
  return farthest;
}

/**
 * The entries of X-Forwarded-For, of all headers of that name in turn. RFC 9110, 5.6.1: "A recipient MUST parse and
 * ignore a reasonable number of empty list elements."
 */
function hopsOf(headers: Headers): string[] {
  const given = headers.get('x-forwarded-for') ?? '';
  return given
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
}
