import { allSteps } from '@/lib/folders/folder-steps';
import type { OnClash } from '@/lib/folders/name-clash';
import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { untrashFolders } from './untrash-folders';

/**
 * Takes one folder with everything that went with it out of the trash, see {@link untrashFolders}.
 * @param input.onClash keep-both where it is not said; a folder never replaces another
 * @throws AppError `not-found`, `invalid-request` (too deep), `name-taken` (anything but keep-both)
 */
export async function untrashFolder(
  actor: Actor,
  { folderId, onClash = 'keep-both' }: { folderId: string; onClash?: OnClash },
): Promise<{ name: string }> {
  const wish = { folderId, onClash: onClash === 'keep-both' ? onClash : 'refuse' } as const;
  const results = await allSteps(untrashFolders(actor, { items: [wish] }));
  return { name: resultOf(results.get(folderId)).name };
}
