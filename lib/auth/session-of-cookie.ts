import { z } from 'zod';
import { authSecret } from '@/lib/secrets/auth-secret';
import { type FoundSession, findSession } from '@/lib/users/find-session';
import { decodeSessionCookie } from './decode-session-cookie';

const claims = z.object({ sid: z.string() });

/** The session that a session cookie names, or null: no cookie, not one of ours, or the session is over. */
export async function sessionOfCookie(cookie: string | null): Promise<FoundSession | null> {
  if (!cookie) return null;
  const parsed = claims.safeParse(await decodeSessionCookie({ token: cookie, secret: authSecret() }));
  return parsed.success ? findSession(parsed.data.sid) : null;
}
