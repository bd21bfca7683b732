import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { headerValue } from '../headers/header-value';
import { folderPageUrl, hostEditUrl, hostViewUrl } from '../host-urls';
import { shareUrlTypes } from '../share-url-types';
import type { ContainerRequest, WopiRequest } from '../wopi-request';

/**
 * WOPI GetShareUrl (§3.13): the address under which people who have access open the document, to view or
 * to edit. It gives nobody a right. A missing or unknown X-WOPI-UrlType is answered 501.
 */
export async function getShareUrl(wopi: WopiRequest): Promise<Response> {
  const type = shareUrlType(wopi.headers);
  const { id } = await requireDocument(wopi.actor, wopi.documentId, type === 'ReadOnly' ? 'read' : 'save');
  return jsonAnswer({ ShareUrl: type === 'ReadOnly' ? hostViewUrl(id) : hostEditUrl(id) });
}

/** The same for a container: the page of the folder, where each person may do what their rights say. */
export async function getContainerShareUrl(wopi: ContainerRequest): Promise<Response> {
  const type = shareUrlType(wopi.headers);
  const folder = await requireFolder(wopi.actor, wopi.folderId, type === 'ReadOnly' ? 'read' : 'add');
  return jsonAnswer({ ShareUrl: folderPageUrl(folder) });
}

function shareUrlType(headers: Headers): (typeof shareUrlTypes)[number] {
  const wanted = headerValue(headers, 'x-wopi-urltype');
  const type = shareUrlTypes.find((each) => each === wanted);
  if (!type) throw new AppError('not-implemented', 'This type of share URL is not supported.');
  return type;
}
