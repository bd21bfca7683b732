import type { FoundSession } from '@/lib/users/find-session';
import { cookieNames } from './cookie-names';
import { readCookies } from './read-cookies';
import { sessionOfCookie } from './session-of-cookie';

/** The session of a request, whoever asks: pages, server actions, route handlers, the host. Null: nobody is signed in. */
export function sessionOfHeaders(headers: Headers): Promise<FoundSession | null> {
  return sessionOfCookie(readCookies(headers)[cookieNames().session] ?? null);
}
