import { requireDocument } from '@/lib/documents/require-document';
import { listAncestors } from '@/lib/folders/list-ancestors';
import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { containerPointers } from '../container-pointer';
import type { Admitted, ContainerRequest, WopiRequest } from '../wopi-request';

/** WOPI EnumerateAncestors of a file (§3.15): the root first, the folder that it lies in last. */
export async function enumerateAncestors(wopi: WopiRequest): Promise<Response> {
  const document = await requireDocument(wopi.actor, wopi.documentId, 'read');
  return answer(wopi, await listAncestors(wopi.actor, document.folderId));
}

/** WOPI EnumerateAncestors of a container: without itself, so empty for a root. */
export async function enumerateContainerAncestors(wopi: ContainerRequest): Promise<Response> {
  const folder = await requireFolder(wopi.actor, wopi.folderId, 'read');
  const { folders, isComplete } = await listAncestors(wopi.actor, folder.id);
  return answer(wopi, { folders: folders.slice(0, -1), isComplete });
}

async function answer(wopi: Admitted, found: Awaited<ReturnType<typeof listAncestors>>): Promise<Response> {
  const pointers = await containerPointers(wopi, found.folders);
  // A shared document lies in folders that the person does not see.
  const headers: Record<string, string> = found.isComplete ? {} : { 'x-wopi-enumerationincomplete': 'true' };
  return jsonAnswer({ AncestorsWithRootFirst: pointers }, headers);
}
