import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { causeCode } from '@/lib/db/cause-code';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { authSecret } from '@/lib/secrets/auth-secret';
import { endSession } from '@/lib/users/end-session';
import { findSession } from '@/lib/users/find-session';
import { sessionLife } from '@/lib/users/start-session';
import { authorize } from './authorize';
import { cookieNames } from './cookie-names';
import { decodeSessionCookie } from './decode-session-cookie';
import { returnUrl } from './return-url';

const signInPage = '/signin';

/**
 * How next-auth works here: the cookie is an encrypted token that names a row of the table of sessions, and the
 * row decides at every request, so that a session which was ended elsewhere is over at once.
 * @param address the client's address as far as it is known, for the audit trail
 */
export function authOptions(address: string | null = null): AuthOptions {
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: env().isSecure } as const;
  const names = cookieNames();
  return {
    secret: authSecret(),
    providers: [
      CredentialsProvider({ name: 'E-mail and password', credentials: { email: {}, password: {} }, authorize }),
    ],
    session: { strategy: 'jwt', maxAge: sessionLife.absoluteMs / 1000 },
    jwt: { decode: decodeSessionCookie },
    useSecureCookies: env().isSecure,
    cookies: {
      sessionToken: { name: names.session, options: cookie },
      csrfToken: { name: names.csrf, options: cookie },
      callbackUrl: { name: names.callback, options: cookie },
    },
    pages: { signIn: signInPage, signOut: signInPage, error: signInPage, verifyRequest: signInPage },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sessionId } : token),
      session: async ({ session, token }) => {
        const { sid } = token;
        const found = sid === undefined ? null : await logged(() => findSession(sid));
        if (!found) return { expires: session.expires };
        const { name, email } = found.person;
        return { user: { name, email }, expires: found.expiresAt.toISOString() };
      },
      redirect: ({ url }) => returnUrl(url),
    },
    events: {
      signOut: async ({ token }) => {
        const sid = token?.sid;
        if (sid) await logged(() => endSession(sid, address));
      },
    },
    logger: {
      // What next-auth says about a request may hold what somebody typed: its code is enough.
      error: (code, metadata) => {
        const cause = metadata instanceof Error ? metadata : metadata.error;
        logger().warn({ code, reason: cause?.name }, 'next-auth');
      },
      warn: (code) => logger().warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

/** next-auth answers a failure in its own way, and says of it no more than a code. */
async function logged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    logger().error({ err: error, cause: causeCode(error) }, 'session');
    throw error;
  }
}
