import type { ListedDocument } from '@/lib/listings/listed-document';
import { fileType } from '@/lib/shared/file-type';
import { splitName } from '@/lib/shared/split-name';
import type { Conversions } from '@/lib/wopi/list-conversions';

/** What editors tend to convert only: while nothing is known of the editor, a click must not make a copy of it. */
const convertedByMost = ['doc', 'xls', 'ppt'];

/**
 * Where a document opens: for editing where the person may change it and its type can be changed. A type that
 * is edited as a copy opens for viewing, so that a mere click makes no copies.
 */
export function openHref(document: Pick<ListedDocument, 'id' | 'name' | 'rights'>, { targets }: Conversions): string {
  const { kind } = fileType(document.name);
  const extension = extensionOf(document.name);
  const isConverted = targets ? Object.hasOwn(targets, extension) : convertedByMost.includes(extension);
  const canChange = document.rights.save && kind !== 'image' && kind !== 'other' && !isConverted;
  return `/${canChange ? 'edit' : 'view'}/${document.id}`;
}

/**
 * The page that makes a copy of a document in a type that can be edited, and the extension of that copy with
 * its period; null where the document needs none or may not be copied.
 */
export function editCopy(
  document: Pick<ListedDocument, 'id' | 'name' | 'rights' | 'copyForbidden'>,
  { targets, areAllowed }: Conversions,
): { href: string; extension: string } | null {
  const extension = extensionOf(document.name);
  const target = targets && Object.hasOwn(targets, extension) ? targets[extension] : undefined;
  if (!target || !areAllowed || document.copyForbidden || !document.rights.read) return null;
  return { href: `/edit/${document.id}`, extension: `.${target}` };
}

/** Where a document is downloaded from. */
export function downloadHref(documentId: string): string {
  return `/api/documents/${documentId}/content`;
}

function extensionOf(name: string): string {
  return splitName(name).extension.slice(1).toLowerCase();
}
