import { db } from '@/lib/db/db';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import { foldName, makeNameUnique, splitName } from '@/lib/shared/file-names';

/** Documents and folders have their names apart. */
type Place = { among: 'documents' | 'folders'; folderId: string };

/**
 * Runs `write` with the first name in the row name, "name (1)", "name (2)" … that nothing in the folder
 * has. The unique index on (folder, folded name) of its kind decides races: who loses takes the next free name.
 * @param write must throw the database's unique violation when the name was taken in between
 */
export async function withFreeName<T>(place: Place, name: string, write: (name: string) => Promise<T>): Promise<T> {
  for (let round = 0; round < 500; round += 1) {
    const candidate = await firstFreeName(place, name);
    try {
      return await retryTransient(() => write(candidate));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new AppError('name-taken', `There are too many ${place.among} called “${name}” here. Choose another name.`, {
    name,
  });
}

async function firstFreeName({ among, folderId }: Place, name: string): Promise<string> {
  const stem = foldName(splitName(name).base).slice(0, 100);
  const rows = await retryTransient(() =>
    among === 'documents'
      ? db().document.findMany({ where: { folderId, liveName: { startsWith: stem } }, select: { liveName: true } })
      : db().folder.findMany({
          where: { parentId: folderId, liveName: { startsWith: stem } },
          select: { liveName: true },
        }),
  );
  const taken = new Set(rows.map((row) => row.liveName));
  for (let n = 0; ; n += 1) {
    const candidate = makeNameUnique(name, n);
    if (!taken.has(foldName(candidate))) return candidate;
  }
}
