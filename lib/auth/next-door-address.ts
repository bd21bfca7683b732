import { env } from '@/lib/env';
import { clientAddress } from '@/lib/shared/client-address';

/**
 * The client's address as far as a Next route handler can know it. Next does not show the socket, so
 * without trusted proxies there is none, and a forwarded header is not believed.
 */
export function nextDoorAddress(headers: Headers): string | null {
  const { TRUSTED_PROXIES } = env();
  return TRUSTED_PROXIES.length > 0 ? clientAddress(null, headers, TRUSTED_PROXIES) : null;
}
