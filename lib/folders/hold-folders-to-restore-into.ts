import type { Tx } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import { holdFolders } from './hold-folder';

type Item = { id: string; folderId: string | null; ownerId: string };

/**
 * Finds and holds where each of a batch of things comes back to from the trash: the folder that it was in, or the
 * owner's root folder when that one has gone to the trash itself.
 * @returns by the things' ids; without those whose owner's account has vanished
 */
export async function holdFoldersToRestoreInto(
  tx: Tx,
  items: readonly Item[],
  now: Date,
): Promise<Map<string, string>> {
  const own = items.flatMap(({ folderId }) => (folderId === null ? [] : [folderId]));
  const held = await holdFolders(tx, own, now);
  const lost = items.filter(({ folderId }) => folderId === null || !held.has(folderId));
  const roots = lost.length === 0 ? new Map<string | null, string>() : await holdRoots(tx, lost, now);
  return new Map(
    items.flatMap(({ id, folderId, ownerId }): [string, string][] => {
      const target = folderId !== null && held.has(folderId) ? folderId : roots.get(ownerId);
      return target === undefined ? [] : [[id, target]];
    }),
  );
}

async function holdRoots(tx: Tx, items: readonly Item[], now: Date): Promise<Map<string | null, string>> {
  const rows = await tx.folder.findMany({
    where: { rootOfId: { in: items.map(({ ownerId }) => ownerId) } },
    select: { id: true, rootOfId: true },
  });
  const ids = rows.map(({ id }) => id);
  await holdFolders(tx, ids, now);
  return new Map(rows.map(({ id, rootOfId }) => [rootOfId, id]));
}

/** The refusal of a thing that has no folder to come back into. */
export function nowhereToRestore(): AppError {
  return new AppError('not-found', 'The folder of this document does not exist any more.', { reason: 'no-folder' });
}
