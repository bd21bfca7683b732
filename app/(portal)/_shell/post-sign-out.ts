'use client';

/** Ends the session with next-auth's own two requests. @returns whether the server did it */
export async function postSignOut(): Promise<boolean> {
  try {
    const token = await fetch('/api/auth/csrf', { cache: 'no-store' });
    const { csrfToken } = (await token.json()) as { csrfToken?: string };
    const answer = await fetch('/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken: csrfToken ?? '', json: 'true' }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
