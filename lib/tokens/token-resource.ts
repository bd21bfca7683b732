/** What an access token opens: one file, an earlier version of one, one container (folder), or the ecosystem of the person. */
export type TokenResource =
  | { kind: 'file'; documentId: string }
  | { kind: 'version'; documentId: string; versionId: string }
  | { kind: 'container'; folderId: string }
  | { kind: 'ecosystem' };

/** The columns of a token's row that say what it opens. */
export function resourceColumns(resource: TokenResource) {
  return {
    resource: resource.kind,
    documentId: resource.kind === 'file' || resource.kind === 'version' ? resource.documentId : null,
    versionId: resource.kind === 'version' ? resource.versionId : null,
    folderId: resource.kind === 'container' ? resource.folderId : null,
  };
}

/** What a token's row opens; null for a row that fits no kind, which opens nothing. */
export function resourceOf(row: {
  resource: string;
  documentId: string | null;
  versionId: string | null;
  folderId: string | null;
}): TokenResource | null {
  const { documentId, versionId } = row;
  if (row.resource === 'ecosystem') return { kind: 'ecosystem' };
  if (row.resource === 'file' && documentId !== null) return { kind: 'file', documentId };
  if (row.resource === 'version' && documentId !== null && versionId !== null) {
    return { kind: 'version', documentId, versionId };
  }
  if (row.resource === 'container' && row.folderId !== null) return { kind: 'container', folderId: row.folderId };
  return null;
}

/** What the address of a request names. The id of a file is a document's, or that of an earlier version. */
export type NamedResource =
  | { kind: 'file'; fileId: string }
  | { kind: 'container'; folderId: string }
  | { kind: 'ecosystem' };

/** What a child's token opens, which never is an earlier version. */
export function resourceNamed(named: NamedResource): TokenResource {
  return named.kind === 'file' ? { kind: 'file', documentId: named.fileId } : named;
}

/**
 * Whether a token is for what a request names. A token of a file never opens a container or the ecosystem, nor
 * another file or a version of it, and the other way round.
 */
export function isFor(token: TokenResource, named: NamedResource): boolean {
  switch (token.kind) {
    case 'file':
      return named.kind === 'file' && named.fileId === token.documentId;
    case 'version':
      return named.kind === 'file' && named.fileId === token.versionId;
    case 'container':
      return named.kind === 'container' && named.folderId === token.folderId;
    case 'ecosystem':
      return named.kind === 'ecosystem';
  }
}
