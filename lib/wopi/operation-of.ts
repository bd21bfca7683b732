import { checkFileInfo } from './operations/check-file-info';
import { deleteFile } from './operations/delete-file';
import { getFile } from './operations/get-file';
import { getLock } from './operations/get-lock';
import { getShareUrl } from './operations/get-share-url';
import { lock } from './operations/lock';
import { putFile } from './operations/put-file';
import { putRelativeFile } from './operations/put-relative-file';
import { putUserInfo } from './operations/put-user-info';
import { refreshLock } from './operations/refresh-lock';
import { renameFile } from './operations/rename-file';
import { unlock } from './operations/unlock';
import type { WopiRoute } from './route-of';
import type { Operation } from './wopi-request';

export type NamedOperation = { name: string; run: Operation };

/** X-WOPI-Override to operation, for POST on the file and on its contents. Anything else is answered 501. */
const overrides: Readonly<Record<WopiRoute['resource'], Readonly<Record<string, NamedOperation>>>> = {
  file: {
    LOCK: { name: 'Lock', run: lock },
    REFRESH_LOCK: { name: 'RefreshLock', run: refreshLock },
    UNLOCK: { name: 'Unlock', run: unlock },
    GET_LOCK: { name: 'GetLock', run: getLock },
    PUT_RELATIVE: { name: 'PutRelativeFile', run: putRelativeFile },
    RENAME_FILE: { name: 'RenameFile', run: renameFile },
    DELETE: { name: 'DeleteFile', run: deleteFile },
    GET_SHARE_URL: { name: 'GetShareUrl', run: getShareUrl },
    PUT_USER_INFO: { name: 'PutUserInfo', run: putUserInfo },
  },
  contents: { PUT: { name: 'PutFile', run: putFile } },
};

/** GET never changes anything, whatever X-WOPI-Override says. */
const reads: Readonly<Record<WopiRoute['resource'], NamedOperation>> = {
  file: { name: 'CheckFileInfo', run: checkFileInfo },
  contents: { name: 'GetFile', run: getFile },
};

/**
 * The operation that a request asks for, by method, resource and X-WOPI-Override (compared exactly).
 * @returns null for what is not known or not supported
 */
export function operationOf(route: WopiRoute, method: string, override: string | null): NamedOperation | null {
  if (method === 'GET') return reads[route.resource];
  if (method !== 'POST' || override === null) return null;
  const known = overrides[route.resource];
  return Object.hasOwn(known, override) ? (known[override] ?? null) : null;
}
