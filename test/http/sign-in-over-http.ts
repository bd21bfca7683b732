/** Signs in as the sign-in page does and returns the headers of a signed-in request from that page. */
export async function signInOverHttp(
  url: string,
  email: string,
  password: string,
): Promise<{ Cookie: string; Origin: string }> {
  const { cookie, response } = await trySignIn(url, email, password);
  if (!/lectern-session=/.test(cookie)) throw new Error(`sign-in failed: ${response.status} ${await response.text()}`);
  return { Cookie: cookie, Origin: url };
}

/** One try to sign in; `cookie` holds the session's when it went well. */
export async function trySignIn(
  url: string,
  email: string,
  password: string,
  headers: Record<string, string> = {},
  origin = url,
): Promise<{ cookie: string; response: Response }> {
  const csrf = await fetch(`${url}/api/auth/csrf`, { headers });
  const { csrfToken } = await csrf.json();
  const first = cookiesOf(csrf);
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', cookie: first, origin },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true', callbackUrl: url }),
  });
  return { cookie: [first, cookiesOf(response)].filter(Boolean).join('; '), response };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
