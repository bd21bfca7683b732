/** What an access token opens: one file, one container (folder), or the ecosystem of the person. */
export type TokenResource =
  | { kind: 'file'; documentId: string }
  | { kind: 'container'; folderId: string }
  | { kind: 'ecosystem' };

/** The columns of a token's row that say what it opens. */
export function resourceColumns(resource: TokenResource) {
  return {
    resource: resource.kind,
    documentId: resource.kind === 'file' ? resource.documentId : null,
    folderId: resource.kind === 'container' ? resource.folderId : null,
  };
}

/** What a token's row opens; null for a row that fits no kind, which opens nothing. */
export function resourceOf(row: {
  resource: string;
  documentId: string | null;
  folderId: string | null;
}): TokenResource | null {
  if (row.resource === 'ecosystem') return { kind: 'ecosystem' };
  if (row.resource === 'file' && row.documentId !== null) return { kind: 'file', documentId: row.documentId };
  if (row.resource === 'container' && row.folderId !== null) return { kind: 'container', folderId: row.folderId };
  return null;
}

/** A token of a file never opens a container or the ecosystem, nor another file, and the other way round. */
export function isSameResource(one: TokenResource, other: TokenResource): boolean {
  if (one.kind === 'file') return other.kind === 'file' && one.documentId === other.documentId;
  if (one.kind === 'container') return other.kind === 'container' && one.folderId === other.folderId;
  return other.kind === 'ecosystem';
}
