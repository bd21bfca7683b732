import { env } from '@/lib/env';
import type { TokenClient } from '@/lib/tokens/issue-token';

/** The page that shows a document read-only. */
export function hostViewUrl(documentId: string): string {
  return `${env().PUBLIC_URL}/view/${documentId}`;
}

/** The page that opens a document for editing. */
export function hostEditUrl(documentId: string): string {
  return `${env().PUBLIC_URL}/edit/${documentId}`;
}

/** The page that shows an earlier version of a document. */
export function hostVersionUrl(documentId: string, number: number): string {
  return `${hostViewUrl(documentId)}?version=${number}`;
}

/**
 * The WOPISrc of a document, or of an earlier version by its own id: no trailing slash, no query. On the address
 * that the Document Server uses; the built-in client runs in the browser and asks where its page comes from.
 */
export function wopiSrc(fileId: string, client: TokenClient): string {
  return `${baseFor(client)}/wopi/files/${fileId}`;
}

/** The URL of a container, on the address that this kind of client uses. */
export function containerUrl(folderId: string, client: TokenClient): string {
  return `${baseFor(client)}/wopi/containers/${folderId}`;
}

/** The URL of the ecosystem, on the address that this kind of client uses. */
export function ecosystemUrl(client: TokenClient): string {
  return `${baseFor(client)}/wopi/ecosystem`;
}

function baseFor(client: TokenClient): string {
  const { PUBLIC_URL, WOPI_BASE_URL } = env();
  return client === 'built-in' ? PUBLIC_URL : WOPI_BASE_URL;
}

/** A WOPI URL with the access token that opens it. */
export function urlWithToken(url: string, token: string): string {
  return `${url}?access_token=${token}`;
}

/** The page that shows what is in a folder. */
export function folderPageUrl(folder: { id: string; rootOfId: string | null }): string {
  return env().PUBLIC_URL + folderPath(folder);
}

/** Its path in the portal. */
export function folderPath(folder: { id: string; rootOfId: string | null }): string {
  return folder.rootOfId === null ? `/folders/${folder.id}` : '/documents';
}

/** The document whose HostViewUrl, HostEditUrl or WOPISrc this is, whatever its query; null for any other address. */
export function documentIdOfUrl(address: string): string | null {
  const [url = ''] = address.split(/[?#]/, 1);
  const at = url.lastIndexOf('/') + 1;
  const id = url.slice(at);
  const ours = [hostViewUrl(id), hostEditUrl(id), wopiSrc(id, 'document-server'), wopiSrc(id, 'built-in')];
  return id !== '' && ours.includes(url) ? id : null;
}
