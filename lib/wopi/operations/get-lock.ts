import { readLock } from '@/lib/locks/read-lock';
import { emptyAnswer } from '../answers';
import type { WopiRequest } from '../wopi-request';

/** WOPI GetLock (§3.7): the one 200 that carries X-WOPI-Lock, empty when nothing is locked. */
export async function getLock(wopi: WopiRequest): Promise<Response> {
  const { lockId, version } = await readLock(wopi.actor, { documentId: wopi.documentId });
  return emptyAnswer({ 'x-wopi-lock': lockId ?? '', 'x-wopi-itemversion': String(version) });
}
