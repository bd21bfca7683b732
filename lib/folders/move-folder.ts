import { resultOf } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { moveFolders } from './move-folders';
import type { OnClash } from './name-clash';

/**
 * Moves one folder with everything in it into another of the same person, see {@link moveFolders}.
 * @throws AppError `not-found`, `invalid-request` (into itself, or too deep), `name-taken` (anything but keep-both)
 */
export async function moveFolder(
  actor: Actor,
  { folderId, parentId, onClash }: { folderId: string; parentId: string; onClash: OnClash },
): Promise<{ id: string; name: string }> {
  const wish = { folderId, parentId, onClash: onClash === 'keep-both' ? onClash : 'refuse' } as const;
  const { id, name } = resultOf((await moveFolders(actor, { items: [wish] })).get(folderId));
  return { id, name };
}
