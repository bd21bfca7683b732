/**
 * The access token of a request as it stands in the URL, percent-escapes untouched: the query parameter
 * first, the Authorization header as a fall-back (§2.2).
 * @param rawUrl path and query as the client sent them
 */
export function accessTokenOf(rawUrl: string, headers: Headers): string | null {
  const query = rawUrl.split('?', 2)[1] ?? '';
  for (const part of query.split('&')) {
    const [name, value] = part.split('=', 2);
    if (name === 'access_token' && value) return value;
  }
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
