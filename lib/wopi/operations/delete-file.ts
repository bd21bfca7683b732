import { trashDocument } from '@/lib/documents/trash-document';
import { emptyAnswer } from '../answers';
import type { WopiRequest } from '../wopi-request';

/** WOPI DeleteFile (§3.11): into the trash, from where the owner can take it back. 409 with the lock when locked. */
export async function deleteFile(wopi: WopiRequest): Promise<Response> {
  await trashDocument(wopi.actor, { documentId: wopi.documentId, by: 'client' });
  return emptyAnswer();
}
