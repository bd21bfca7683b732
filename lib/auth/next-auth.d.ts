import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  /** What the credentials provider hands over at sign-in. */
  interface User {
    sessionId: string;
  }
}

declare module 'next-auth/jwt' {
  /** What the session cookie holds, encrypted: a name for the session row, and nothing about the person. */
  interface JWT {
    sid?: string;
  }
}
