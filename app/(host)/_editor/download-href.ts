/** Where a document is downloaded from, or an earlier version of it. */
export function downloadHref(documentId: string, version: number | null): string {
  return `/api/documents/${documentId}/${version === null ? '' : `versions/${version}/`}content`;
}
