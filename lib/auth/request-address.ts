import { env } from '@/lib/env';
import { clientAddress } from '@/lib/shared/client-address';
import { nextDoorAddress } from './next-door-address';

const door = globalThis as typeof globalThis & { lecternNodeDoor?: boolean };

/** Whether server.ts stands before Next in this process. */
export function isBehindNodeDoor(): boolean {
  return door.lecternNodeDoor === true;
}

/**
 * The client's address as a Next page or route handler can know it. Behind our Node door the socket's address
 * comes along in a header that the door always overwrites; without that door anybody could write the header.
 * @returns null where it cannot be known
 */
export function requestAddress(headers: Headers): string | null {
  if (!isBehindNodeDoor()) return nextDoorAddress(headers);
  return clientAddress(headers.get('x-lectern-peer') || null, headers, env().TRUSTED_PROXIES);
}
