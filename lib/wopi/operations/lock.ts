import { lockDocument } from '@/lib/locks/lock-document';
import { unlockAndRelock } from '@/lib/locks/unlock-and-relock';
import { emptyAnswer } from '../answers';
import { optionalLockId, requiredLockId } from '../headers/lock-id';
import type { WopiRequest } from '../wopi-request';

/**
 * WOPI Lock (§3.3) and UnlockAndRelock (§3.4). They share X-WOPI-Override: LOCK; a non-empty
 * X-WOPI-OldLock is the only difference.
 */
export async function lock(wopi: WopiRequest): Promise<Response> {
  const lockId = requiredLockId(wopi, 'x-wopi-lock');
  const oldLockId = optionalLockId(wopi, 'x-wopi-oldlock');
  const { documentId } = wopi;
  const { version } =
    oldLockId === null
      ? await lockDocument(wopi.actor, { documentId, lockId })
      : await unlockAndRelock(wopi.actor, { documentId, lockId, oldLockId });
  return emptyAnswer({ 'x-wopi-itemversion': String(version) });
}
