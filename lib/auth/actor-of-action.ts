import { headers } from 'next/headers';
import type { Actor } from '@/lib/users/actor';
import { findActor } from './find-actor';
import { notSignedIn } from './not-signed-in';
import { refuseCrossOrigin } from './refuse-cross-origin';

/**
 * Who called a server action. Next sends actions by POST only, as forms too, so the origin decides.
 * @throws AppError `cross-origin`, `not-signed-in`
 */
export async function actorOfAction(): Promise<Actor> {
  refuseCrossOrigin('POST', await headers());
  const actor = await findActor();
  if (!actor) throw notSignedIn();
  return actor;
}
