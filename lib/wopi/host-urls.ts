import { env } from '@/lib/env';

/** The page that shows a document read-only. */
export function hostViewUrl(documentId: string): string {
  return `${env().PUBLIC_URL}/view/${documentId}`;
}

/** The page that opens a document for editing. */
export function hostEditUrl(documentId: string): string {
  return `${env().PUBLIC_URL}/edit/${documentId}`;
}

/** The WOPISrc of a document: no trailing slash, no query, on the address that the Document Server uses. */
export function wopiSrc(documentId: string): string {
  return `${env().WOPI_BASE_URL}/wopi/files/${documentId}`;
}
