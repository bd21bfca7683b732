export type WopiRoute = { documentId: string; resource: 'file' | 'contents' };

/** Finds the file id and the resource in the path of a WOPI request; null for a path that is none of ours. */
export function routeOf(pathname: string): WopiRoute | null {
  const match = /^\/wopi\/files\/([^/]+?)(\/contents)?$/.exec(pathname);
  if (!match?.[1]) return null;
  return { documentId: match[1], resource: match[2] ? 'contents' : 'file' };
}
