import type { NamedResource } from '@/lib/tokens/token-resource';

/** What a path names, and the part below it: '' for the resource itself. */
export type WopiRoute = { resource: NamedResource; below: string };

const patterns = {
  file: /^\/wopi\/files\/([^/]+)(|\/contents|\/ancestry|\/ecosystem_pointer)$/,
  container: /^\/wopi\/containers\/([^/]+)(|\/children|\/ancestry|\/ecosystem_pointer)$/,
  ecosystem: /^\/wopi\/ecosystem(|\/root_container_pointer)$/,
} as const;

/** Finds the resource in the path of a WOPI request (§2.1); null for a path that is none of ours. */
export function routeOf(pathname: string): WopiRoute | null {
  const file = patterns.file.exec(pathname);
  if (file?.[1]) return { resource: { kind: 'file', fileId: file[1] }, below: file[2] ?? '' };
  const container = patterns.container.exec(pathname);
  if (container?.[1]) return { resource: { kind: 'container', folderId: container[1] }, below: container[2] ?? '' };
  const ecosystem = patterns.ecosystem.exec(pathname);
  return ecosystem && { resource: { kind: 'ecosystem' }, below: ecosystem[1] ?? '' };
}
