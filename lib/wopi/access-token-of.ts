/**
 * The access token of a request as it stands in the URL, percent-escapes untouched: the query parameter
 * first, the Authorization header as a fall-back (§2.2).
 * @param rawUrl path and query as the client sent them
 */
export function accessTokenOf(rawUrl: string, headers: Headers): string | null {
  const start = rawUrl.indexOf('?') + 1;
  for (const part of start === 0 ? [] : rawUrl.slice(start).split('&')) {
    if (part.startsWith('access_token=') && part.length > 'access_token='.length)
      return part.slice('access_token='.length);
  }
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
