import { lockDocument } from '@/lib/locks/lock-document';
import { unlockAndRelock } from '@/lib/locks/unlock-and-relock';
import { noteEditing } from '@/lib/tokens/note-editing';
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
  const { version, lockSession } = await forgettingEditor(wopi, () =>
    oldLockId === null
      ? lockDocument(wopi.actor, { documentId, lockId })
      : unlockAndRelock(wopi.actor, { documentId, lockId, oldLockId }),
  );
  await noteEditing(wopi.token, lockSession);
  return emptyAnswer({ 'x-wopi-itemversion': String(version) });
}

/** Whose Lock is refused does not edit, whatever CheckFileInfo made it look like: the editor opens for reading. */
async function forgettingEditor<T>(wopi: WopiRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await noteEditing(wopi.token, null);
    throw error;
  }
}
