import { env } from '@/lib/env';
import { sessionOfHeaders } from './session-of-headers';

/**
 * The id of the session of a request that a page of this portal sent, or null: no session, or another site's page
 * (S35). Unlike {@link refuseCrossOrigin} it asks reading requests too, since what it guards has no other lock.
 *
 * A browser says where a request comes from in Origin, with everything but GET and HEAD, and in Sec-Fetch-Site,
 * from secure pages and localhost. Plain http elsewhere says neither with a GET: then the SameSite cookie and the
 * access token, which no other site has, must do.
 */
export async function sessionOfOwnPage(headers: Headers): Promise<string | null> {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && origin !== new URL(env().PUBLIC_URL).origin) return null;
  if (site !== null && site !== 'same-origin') return null;
  const session = await sessionOfHeaders(headers);
  return session?.id ?? null;
}
