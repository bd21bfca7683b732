'use client';

/** Why a sign-in was refused; `unavailable` stands for everything that is nobody's mistake. */
export type SignInProblem = 'wrong' | 'too-many' | 'cookies' | 'unavailable';

const problems: readonly string[] = ['wrong', 'too-many', 'cookies', 'unavailable'] satisfies SignInProblem[];

/** The problem that an `error` parameter of the sign-in page names. */
export function problemOf(error: string | null): SignInProblem | null {
  if (error === null) return null;
  return problems.includes(error) ? (error as SignInProblem) : 'unavailable';
}

/**
 * Signs in with next-auth's own two requests: its token against foreign forms, then the credentials.
 * @returns null when the session's cookie is set
 */
export async function postSignIn(credentials: { email: string; password: string }): Promise<SignInProblem | null> {
  try {
    const token = await fetch('/api/auth/csrf', { cache: 'no-store' });
    const { csrfToken } = (await token.json()) as { csrfToken?: string };
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...credentials, csrfToken: csrfToken ?? '', json: 'true' }),
    });
    const { url } = (await answer.json()) as { url?: string };
    const error = url ? new URL(url, window.location.href).searchParams.get('error') : null;
    if (error !== null) return problemOf(error);
    return answer.ok ? null : 'unavailable';
  } catch {
    return 'unavailable';
  }
}
