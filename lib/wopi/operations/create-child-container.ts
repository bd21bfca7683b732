import { createFolder } from '@/lib/folders/create-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { containerInfo } from '../container-info';
import { containerPointers } from '../container-pointer';
import { requestedTarget } from '../headers/requested-target';
import { withValidTarget } from '../headers/with-valid-target';
import type { ContainerRequest } from '../wopi-request';

/**
 * WOPI CreateChildContainer (§3.16). Suggested or specific name; nothing is ever overwritten, so a specific
 * name that is taken is 409.
 */
export async function createChildContainer(wopi: ContainerRequest): Promise<Response> {
  const parent = await requireFolder(wopi.actor, wopi.folderId, 'add');
  const { mode, name } = requestedTarget(wopi.headers, 'container');
  const made = await createFolder(wopi.actor, { parentId: parent.id, name, mode }).catch((error) => {
    throw withValidTarget(error, name);
  });
  const [pointer] = await containerPointers(wopi, [made]);
  const folder = await requireFolder(wopi.actor, made.id, 'read');
  return jsonAnswer({ ContainerPointer: pointer, ContainerInfo: containerInfo(wopi.actor, folder) });
}
