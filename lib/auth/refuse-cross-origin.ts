import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and was started by another origin's page (S35). SameSite=Lax cookies
 * stop most of them already, but not those of a neighbour on the same site.
 *
 * A browser sends Origin with every cross-origin request that is not GET or HEAD, and Sec-Fetch-Site from
 * secure pages: Origin must be ours, and Sec-Fetch-Site must not name another. With neither header it was not
 * a browser that sent it, so no foreign page did; such a client has only the cookie that it was given.
 * @throws AppError `cross-origin`
 */
export function refuseCrossOrigin(method: string, headers: Headers): void {
  if (safeMethods.has(method.toUpperCase())) return;
  const ours = new URL(env().PUBLIC_URL).origin;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const isOurs = origin === null || origin === ours;
  const isFromHere = site === null || site === 'same-origin' || (site === 'none' && origin === null);
  if (isOurs && isFromHere) return;
  throw new AppError('cross-origin', `This was sent from another site. Open ${ours} and try again.`);
}
