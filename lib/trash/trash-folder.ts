import { allSteps } from '@/lib/folders/folder-steps';
import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { trashFolders } from './trash-folders';

/**
 * Moves one folder with everything in it to the trash, see {@link trashFolders}.
 * @throws AppError `not-found` (also for a root folder), `being-edited`
 */
export async function trashFolder(actor: Actor, { folderId }: { folderId: string }): Promise<void> {
  resultOf((await allSteps(trashFolders(actor, { folderIds: [folderId] }))).get(folderId));
}
