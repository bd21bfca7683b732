import { db } from '@/lib/db/db';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import { freeNames, type NamePlace } from '@/lib/names/free-names';

/**
 * Runs `write` with the first name in the row name, "name (1)", "name (2)" … that nothing in the folder
 * has. The unique index on (folder, folded name) of its kind decides races: who loses takes the next free name.
 * @param write must throw the database's unique violation when the name was taken in between
 */
export async function withFreeName<T>(place: NamePlace, name: string, write: (name: string) => Promise<T>): Promise<T> {
  for (let round = 0; round < 500; round += 1) {
    const [candidate] = await retryTransient(() => freeNames(db(), place, [{ name, isFixed: false }]));
    if (!candidate) break;
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
