import { createDocument } from '@/lib/documents/create-document';
import { requireFolder } from '@/lib/folders/require-folder';
import { jsonAnswer } from '../answers';
import { requestedTarget } from '../headers/requested-target';
import { withValidTarget } from '../headers/with-valid-target';
import { newFileAnswer } from '../new-file-answer';
import type { ContainerRequest } from '../wopi-request';

/**
 * WOPI CreateChildFile (§3.16): a new file of zero bytes, which the client fills with its first PutFile. An
 * overwritten file is emptied; what it was stays among its versions.
 */
export async function createChildFile(wopi: ContainerRequest): Promise<Response> {
  const folder = await requireFolder(wopi.actor, wopi.folderId, 'add');
  const target = requestedTarget(wopi.headers, 'file');
  const made = await createDocument(wopi.actor, {
    folderId: folder.id,
    name: target,
    body: null,
    origin: 'new',
  }).catch((error) => {
    throw withValidTarget(error, target.name);
  });
  const answer = await newFileAnswer(wopi, made);
  // The edit page takes discovery's `editnew` action by itself while a file is empty.
  return jsonAnswer({ ...answer, HostEditNewUrl: answer.HostEditUrl });
}
