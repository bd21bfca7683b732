import { renameDocument } from '@/lib/documents/rename-document';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { splitName } from '@/lib/shared/file-names';
import { jsonAnswer } from '../answers';
import { discardBody } from '../discard-body';
import { headerValue } from '../headers/header-value';
import { optionalLockId } from '../headers/lock-id';
import { decodeUtf7 } from '../utf7';
import type { WopiRequest } from '../wopi-request';

/**
 * WOPI RenameFile (§3.10): X-WOPI-RequestedName is UTF-7 and has no extension; neither has the `Name` of
 * the answer. A name that is not legal or is taken is made to fit. Collabora sends the whole document
 * along as body: it is read and dropped.
 */
export async function renameFile(wopi: WopiRequest): Promise<Response> {
  const requested = headerValue(wopi.headers, 'x-wopi-requestedname');
  const lockId = optionalLockId(wopi, 'x-wopi-lock');
  if (requested === null) throw new AppError('invalid-name', 'X-WOPI-RequestedName is missing.');
  const { name } = await renameDocument(wopi.actor, {
    documentId: wopi.documentId,
    name: decodeUtf7(requested),
    claim: { lockId },
  });
  await discardBody(wopi.request, env().MAX_DOCUMENT_BYTES);
  return jsonAnswer({ Name: splitName(name).base });
}
