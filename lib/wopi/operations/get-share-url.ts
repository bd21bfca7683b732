import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { jsonAnswer } from '../answers';
import { headerValue } from '../headers/header-value';
import { hostEditUrl, hostViewUrl } from '../host-urls';
import type { WopiRequest } from '../wopi-request';

/** The kinds of share URL that CheckFileInfo announces in SupportedShareUrlTypes. */
export const shareUrlTypes = ['ReadOnly', 'ReadWrite'] as const;

/**
 * WOPI GetShareUrl (§3.13): the address under which people who have access open the document, to view or
 * to edit. It gives nobody a right. A missing or unknown X-WOPI-UrlType is answered 501.
 */
export async function getShareUrl(wopi: WopiRequest): Promise<Response> {
  const wanted = headerValue(wopi.headers, 'x-wopi-urltype');
  const type = shareUrlTypes.find((each) => each === wanted);
  if (!type) throw new AppError('not-implemented', 'This type of share URL is not supported.');
  const { id } = await requireDocument(wopi.actor, wopi.documentId, type === 'ReadOnly' ? 'read' : 'save');
  return jsonAnswer({ ShareUrl: type === 'ReadOnly' ? hostViewUrl(id) : hostEditUrl(id) });
}
