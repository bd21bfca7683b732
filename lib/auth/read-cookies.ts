/**
 * All cookies of a Cookie header by name. One that comes twice with different values is left out: nobody can say which
 * of them this browser was given by us. On plain http another server on this host may have planted one (RFC 6265, 8.6),
 * with a session of its own in it.
 */
export function readCookies(headers: Headers): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  const doubtful = new Set<string>();
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (name === '') continue;
    const value = decoded(pair.slice(at + 1).trim());
    if (name in cookies && cookies[name] !== value) doubtful.add(name);
    cookies[name] = value;
  }
  for (const name of doubtful) delete cookies[name];
  return cookies;
}

/** next-auth writes its cookies percent-encoded; what cannot be decoded stays as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
