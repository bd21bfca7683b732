import { env } from '@/lib/env';

/**
 * The names of our cookies. On https they begin with `__Host-`: then a browser takes them only from this host,
 * over https, for all paths and without a Domain, so no neighbour can plant one (S44). Browsers refuse that
 * prefix on http.
 */
export function cookieNames(): { session: string; csrf: string; callback: string } {
  const prefix = env().isSecure ? '__Host-lectern' : 'lectern';
  return { session: `${prefix}-session`, csrf: `${prefix}-csrf`, callback: `${prefix}-callback` };
}
