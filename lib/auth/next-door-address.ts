import { env } from '@/lib/env';
import { clientAddress } from '@/lib/shared/client-address';
import { plainAddress } from '@/lib/shared/plain-address';

/**
 * The client's address as far as a Next route handler can know it. Next does not show the socket, so
 * without trusted proxies there is none, and a forwarded header is not believed. Vercel puts the address into a header
 * of its own, which it takes from nobody.
 */
export function nextDoorAddress(headers: Headers): string | null {
  const { TRUSTED_PROXIES, isOnVercel } = env();
  if (isOnVercel) return plainAddress(headers.get('x-vercel-forwarded-for'));
  return TRUSTED_PROXIES.length > 0 ? clientAddress(null, headers, TRUSTED_PROXIES) : null;
}
