import { type Actor, actorOf } from '@/lib/users/actor';
import type { FoundSession } from '@/lib/users/find-session';
import { requestAddress } from './request-address';

/** The person of a session as actor: with all their rights, and from where the request came. */
export function sessionActor(session: FoundSession, headers: Headers): Actor {
  return actorOf(session.person, { ceiling: 'edit', address: requestAddress(headers), sessionId: session.id });
}
