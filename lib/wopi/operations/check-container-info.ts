import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { containerInfo } from '../container-info';
import type { ContainerRequest } from '../wopi-request';

/** WOPI CheckContainerInfo (§3.16). */
export async function checkContainerInfo(wopi: ContainerRequest): Promise<Response> {
  return jsonAnswer(containerInfo(wopi.actor, await requireFolder(wopi.actor, wopi.folderId, 'read')));
}
