import type { Actor } from '@/lib/users/actor';
import { cookieNames } from './cookie-names';
import { notSignedIn } from './not-signed-in';
import { readCookies } from './read-cookies';
import { refuseCrossOrigin } from './refuse-cross-origin';
import { sessionActor } from './session-actor';
import { sessionOfCookie } from './session-of-cookie';

/**
 * Who sent a request to a route handler.
 * @throws AppError `cross-origin` for a change that another site's page started, `not-signed-in`
 */
export async function actorOfRequest(request: Request): Promise<Actor> {
  refuseCrossOrigin(request.method, request.headers);
  const session = await sessionOfCookie(readCookies(request.headers)[cookieNames().session] ?? null);
  if (!session) throw notSignedIn();
  return sessionActor(session, request.headers);
}
