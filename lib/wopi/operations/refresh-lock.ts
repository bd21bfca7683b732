import { refreshLock as refresh } from '@/lib/locks/refresh-lock';
import { noteEditing } from '@/lib/tokens/note-editing';
import { emptyAnswer } from '../answers';
import { requiredLockId } from '../headers/lock-id';
import type { WopiRequest } from '../wopi-request';

/** WOPI RefreshLock (§3.5): the lock lives for another 30 minutes. */
export async function refreshLock(wopi: WopiRequest): Promise<Response> {
  const lockId = requiredLockId(wopi, 'x-wopi-lock');
  const { version, lockSession } = await refresh(wopi.actor, { documentId: wopi.documentId, lockId });
  await noteEditing(wopi.token, lockSession);
  return emptyAnswer({ 'x-wopi-itemversion': String(version) });
}
