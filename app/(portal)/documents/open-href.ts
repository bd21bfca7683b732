import type { DocumentListing } from '@/lib/documents/document-listing';
import { fileType } from '@/lib/shared/file-type';

/** Where a document opens: for editing where the person may change it and its type can be changed. */
export function openHref(document: Pick<DocumentListing, 'id' | 'name' | 'rights'>): string {
  const { kind } = fileType(document.name);
  const canChange = document.rights.save && kind !== 'image' && kind !== 'other';
  return `/${canChange ? 'edit' : 'view'}/${document.id}`;
}

/** Where a document is downloaded from. */
export function downloadHref(documentId: string): string {
  return `/api/documents/${documentId}/content`;
}
