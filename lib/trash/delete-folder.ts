import { allSteps } from '@/lib/folders/folder-steps';
import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { deleteFolders } from './delete-folders';

/**
 * Deletes one folder in the trash for ever with everything in it, see {@link deleteFolders}.
 * @throws AppError `not-found`, also when it was taken out of the trash meanwhile
 */
export async function deleteFolder(actor: Actor, { folderId }: { folderId: string }): Promise<void> {
  resultOf((await allSteps(deleteFolders(actor, { folderIds: [folderId] }))).get(folderId));
}
