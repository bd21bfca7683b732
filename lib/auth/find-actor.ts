import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { Actor } from '@/lib/users/actor';
import { cookieNames } from './cookie-names';
import { sessionActor } from './session-actor';
import { sessionOfCookie } from './session-of-cookie';

/** Who looks at a page, or null. However many components ask, the session is read once for each rendering. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const session = await sessionOfCookie((await cookies()).get(cookieNames().session)?.value ?? null);
  return session ? sessionActor(session, await headers()) : null;
});
