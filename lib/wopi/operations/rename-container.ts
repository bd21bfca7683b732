import { AppError } from '@/lib/errors';
import { renameFolder } from '@/lib/folders/rename-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { headerValue } from '../headers/header-value';
import { decodeUtf7 } from '../utf7';
import type { ContainerRequest } from '../wopi-request';

/** WOPI RenameContainer (§3.16): X-WOPI-RequestedName is UTF-7; a name that is not legal or is taken is made to fit. */
export async function renameContainer(wopi: ContainerRequest): Promise<Response> {
  await requireFolder(wopi.actor, wopi.folderId, 'rename');
  const requested = headerValue(wopi.headers, 'x-wopi-requestedname');
  if (requested === null) throw new AppError('invalid-folder-name', 'X-WOPI-RequestedName is missing.');
  const { name } = await renameFolder(wopi.actor, {
    folderId: wopi.folderId,
    name: decodeUtf7(requested),
    claim: 'client',
  });
  return jsonAnswer({ Name: name });
}
