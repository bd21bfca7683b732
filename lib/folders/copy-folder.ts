import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { copyFolderSteps } from './copy-folder-steps';
import { allSteps } from './folder-steps';
import type { OnClash } from './name-clash';

/**
 * Copies one folder with everything in it into another at once, see {@link copyFolderSteps}.
 * @throws AppError `not-found`, `invalid-request` (into itself, or too deep), `name-taken` (anything but keep-both)
 */
export async function copyFolder(
  actor: Actor,
  input: { folderId: string; parentId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const onClash = input.onClash === 'keep-both' ? input.onClash : 'refuse';
  return resultOf(await allSteps(copyFolderSteps(actor, { ...input, onClash })));
}
