import type { Actor } from '@/lib/users/actor';
import { notSignedIn } from './not-signed-in';
import { refuseCrossOrigin } from './refuse-cross-origin';
import { sessionActor } from './session-actor';
import { sessionOfHeaders } from './session-of-headers';

/**
 * Who sent a request to a route handler.
 * @throws AppError `cross-origin` for a change that another site's page started, `not-signed-in`
 */
export async function actorOfRequest(request: Request): Promise<Actor> {
  refuseCrossOrigin(request.method, request.headers);
  const session = await sessionOfHeaders(request.headers);
  if (!session) throw notSignedIn();
  return sessionActor(session, request.headers);
}
