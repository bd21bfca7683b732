import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { containerInfo } from '../container-info';
import { containerPointers } from '../container-pointer';
import type { Admitted } from '../wopi-request';

/** WOPI GetRootContainer (§3.17): the person's own root folder. */
export async function getRootContainer(wopi: Admitted): Promise<Response> {
  const { id } = await ownRootFolder(wopi.actor);
  const root = await requireFolder(wopi.actor, id, 'read');
  const [pointer] = await containerPointers(wopi, [root]);
  return jsonAnswer({ ContainerPointer: pointer, ContainerInfo: containerInfo(wopi.actor, root) });
}
