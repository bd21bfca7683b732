/** What a request asks for: `path` without the query, and both together exactly as they came. */
export type RequestTarget = { path: string; pathAndQuery: string };

/**
 * Reads a request target as it stands in the request line. In absolute form (RFC 9112, 3.2.2) its origin is nobody's
 * word to trust and falls away. What is behind the door reads a path in its own way, Next for one after RFC 3986's
 * normalisation: so a path that would become another one there is none here, lest `/x/../wopi` pass as a page.
 * @returns null for a path with dot segments, empty segments or backslashes, also when percent-encoded; for `*`, a
 *   fragment, control characters, escapes that decode to nothing, and another spelling of `/wopi`
 */
export function requestTarget(sent: string): RequestTarget | null {
  const target = sent.replace(/^https?:\/\/[^/?#]*/i, '');
  const pathAndQuery = target.startsWith('/') ? target : `/${target}`;
  // Nothing but an absolute form may leave out the path.
  if (target !== pathAndQuery && (target === sent || !/^(\?|$)/.test(target))) return null;
  const [path = ''] = pathAndQuery.split('?', 1);
  const decoded = decodedPath(path);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (decoded === null || /#/.test(pathAndQuery) || /[\u0000-\u001f\u007f]/.test(decoded)) return null;
  const dotsAsMeant = path.replace(/%2e/gi, '.').replace(/%5c/gi, '\\');
  if (/\\|\/\/|\/\.{1,2}(\/|$)/.test(dotsAsMeant)) return null;
  return isWopiPath(decoded) === isWopiPath(path) ? { path, pathAndQuery } : null;
}

/** Whether a path belongs to the WOPI host. */
export function isWopiPath(path: string): boolean {
  return path === '/wopi' || path.startsWith('/wopi/');
}

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
