import { isAddressIn, plainAddress } from './is-address-allowed';

/**
 * The address of the client: that of the socket, or, where the socket is a trusted proxy's, the last
 * address in X-Forwarded-For that is not a trusted proxy. Anybody can write that header, so it counts
 * for nothing when the peer is not trusted.
 * @param socketAddress null where the door does not know it: then only the header's last hop speaks
 * @param trusted addresses or networks of proxies
 */
export function clientAddress(
  socketAddress: string | null,
  headers: Headers,
  trusted: readonly string[],
): string | null {
  const peer = plainAddress(socketAddress);
  if (trusted.length === 0) return peer;
  if (peer !== null && !isAddressIn(peer, trusted)) return peer;
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => plainAddress(hop));
  for (const hop of hops.reverse()) {
    if (hop === null) return peer;
    if (!isAddressIn(hop, trusted)) return hop;
  }
  return peer;
}
