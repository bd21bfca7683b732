import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { rightsFor } from '@/lib/shares/can';
import { tradeTokens } from '@/lib/tokens/trade-tokens';
import { jsonAnswer } from '../answers';
import { headerValue } from '../headers/header-value';
import { documentIdOfUrl, urlWithToken, wopiSrc } from '../host-urls';
import type { Admitted } from '../wopi-request';

/**
 * WOPI GetFileWopiSrc (§3.17): from an address that people use (X-WOPI-HostNativeFileName: HostEditUrl,
 * HostViewUrl or a share URL, which are the same here) to the WOPISrc with a token.
 */
export async function getFileWopiSrc(wopi: Admitted): Promise<Response> {
  const address = headerValue(wopi.headers, 'x-wopi-hostnativefilename');
  if (address === null) throw new AppError('invalid-request', 'X-WOPI-HostNativeFileName is missing.');
  const documentId = documentIdOfUrl(address);
  if (documentId === null) throw new AppError('not-found', 'This is not the address of a document here.');
  const document = await requireDocument(wopi.actor, documentId, 'read');
  const resource = { kind: 'file' as const, documentId: document.id };
  const item = { resource, canChange: rightsFor(wopi.actor, document).save };
  const [token = ''] = await tradeTokens(wopi.actor, [item], wopi.token);
  return jsonAnswer({ Url: urlWithToken(wopiSrc(document.id, wopi.token.client), token) });
}
