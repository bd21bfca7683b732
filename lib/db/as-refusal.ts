import { AppError, isAppError } from '@/lib/errors';
import { causeCode } from './cause-code';

/** SQLite, PostgreSQL ("disk full", class 53), and what a driver passes on. */
const full: readonly (string | undefined)[] = ['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'];

/**
 * What people and clients are told of a failure: that the disk of the database is full is nobody's riddle. Anything
 * else comes back as it is.
 */
export function asRefusal(error: unknown): unknown {
  if (isAppError(error) || !full.includes(causeCode(error))) return error;
  return new AppError(
    'storage-full',
    'There is no room left in the database. Tell your administrator.',
    {},
    { cause: error },
  );
}
