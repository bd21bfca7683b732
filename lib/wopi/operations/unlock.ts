import { unlockDocument } from '@/lib/locks/unlock-document';
import { emptyAnswer } from '../answers';
import { requiredLockId } from '../headers/lock-id';
import type { WopiRequest } from '../wopi-request';

/** WOPI Unlock (§3.6). */
export async function unlock(wopi: WopiRequest): Promise<Response> {
  const lockId = requiredLockId(wopi, 'x-wopi-lock');
  const { version } = await unlockDocument(wopi.actor, { documentId: wopi.documentId, lockId });
  return emptyAnswer({ 'x-wopi-itemversion': String(version) });
}
