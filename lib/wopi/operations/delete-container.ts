import { trashEmptyFolder } from '@/lib/folders/trash-empty-folder';
import { emptyAnswer } from '../answers';
import type { ContainerRequest } from '../wopi-request';

/** WOPI DeleteContainer (§3.16): 409 when it is not empty. */
export async function deleteContainer(wopi: ContainerRequest): Promise<Response> {
  await trashEmptyFolder(wopi.actor, { folderId: wopi.folderId });
  return emptyAnswer();
}
