/** What the address of a host page passes on to the editor. */
export type HostQuery = {
  /** session context, handed back with the first CheckFileInfo */
  sessionContext: string | null;
  /** parameters that begin with `wd`, name and value, as the address had them */
  forwarded: readonly (readonly [name: string, value: string])[];
};

/** "SESSION_CONTEXT (≤ 2048 bytes)" (§8.1). */
const longestContext = 2048;
const longestValue = 512;
/** All that is forwarded together, as it stands in a URL. */
const longestForwarded = 2048;
const forwardedName = /^wd[A-Za-z0-9]{1,60}$/;

/**
 * Reads the query of a host page: "Forward any query parameter that begins with wd from the host page's URL
 * to the action URL" (§8.2), and `sc`, the session context. The link may be anybody's, so names and lengths
 * are bounded; what is out of bounds is left out. Of several values of one name the first counts, whatever
 * the case of the name: ONLYOFFICE makes names lower case.
 * @param search the query, with or without its question mark
 */
export function readHostQuery(search: string): HostQuery {
  const query = new URLSearchParams(search);
  const forwarded = new Map<string, readonly [string, string]>();
  let length = 0;
  for (const [name, value] of query) {
    const key = name.toLowerCase();
    if (!forwardedName.test(name) || forwarded.has(key) || Buffer.byteLength(value) > longestValue) continue;
    const more = `&${name}=${encodeURIComponent(value)}`.length;
    if (length + more > longestForwarded) continue;
    length += more;
    forwarded.set(key, [name, value]);
  }
  const context = query.get('sc') ?? '';
  const hasContext = context !== '' && Buffer.byteLength(context) <= longestContext;
  return { sessionContext: hasContext ? context : null, forwarded: [...forwarded.values()] };
}
