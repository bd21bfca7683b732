import { headers } from 'next/headers';
import { cache } from 'react';
import type { Actor } from '@/lib/users/actor';
import { sessionActor } from './session-actor';
import { sessionOfHeaders } from './session-of-headers';

/** Who looks at a page, or null. However many components ask, the session is read once for each rendering. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const sent = await headers();
  const session = await sessionOfHeaders(sent);
  return session ? sessionActor(session, sent) : null;
});
