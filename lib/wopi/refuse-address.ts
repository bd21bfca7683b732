import { denied } from '@/lib/audit/denial';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { isAddressAllowed } from '@/lib/shared/is-address-allowed';
import type { TokenClient } from '@/lib/tokens/issue-token';
import { addressKey } from '@/lib/users/address-key';

/**
 * Keeps WOPI_ALLOWED_CIDRS: the networks of Document Servers. The built-in client asks from wherever people are,
 * and its session says who asks.
 * @param client the kind of client of the token that came along, null for none that is known
 * @throws AppError `address-refused`
 */
export function refuseAddress(address: string | null, client: TokenClient | null): void {
  if (client === 'built-in' || isAddressAllowed(address, env().WOPI_ALLOWED_CIDRS)) return;
  const refusal = new AppError('address-refused', 'This address may not use the WOPI host.');
  throw denied(refusal, { action: 'address.refuse', address, about: addressKey(address ?? '') });
}
