import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { safePath } from '@/lib/shared/safe-path';
import type { Actor } from '@/lib/users/actor';
import { findActor } from './find-actor';

/**
 * Who looks at a page. A visitor without a session is sent to sign in, and from there back to the page.
 * Each page asks by itself: a layout or a proxy can be got round (S37).
 * @param here path and query of the page, `/edit/ID` for example; without it, what `proxy.ts` says in the
 *   request header `x-lectern-path`
 */
export async function requireActor(here?: string): Promise<Actor> {
  const actor = await findActor();
  if (actor) return actor;
  const next = safePath(here ?? (await headers()).get('x-lectern-path'));
  redirect(`/signin?next=${encodeURIComponent(next)}`);
}
