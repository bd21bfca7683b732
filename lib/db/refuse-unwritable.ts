import Database from 'better-sqlite3';
import { AppError } from '@/lib/errors';
import { dialect, sqliteFile } from './adapter';
import { codeOf } from './code-of';
import { db } from './db';

/** What the system and SQLite say of a file or a folder that this user may not write. */
const unwritable = /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_(READONLY|CANTOPEN|PERM|AUTH|IOERR)(_\w+)?)$/;

/**
 * Refuses a database that can be read and not written: a restored folder that belongs to another user, a disk that
 * was mounted for reading, a standby server. Nothing of it would show before the first person signs in.
 * @throws AppError `settings`
 */
export async function refuseUnwritable(): Promise<void> {
  if (dialect() === 'sqlite') refuseUnwritableFile();
  else await refuseStandby();
}

/** Runs what makes or opens the SQLite file. @throws AppError `settings` where this user may not */
export async function whereWritable<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (!unwritable.test(code)) throw error;
    throw new AppError(
      'settings',
      `The database ${sqliteFile()} cannot be written (${code}). Give this user the right to write it and its folder.`,
      {},
      { cause: error },
    );
  }
}

/** Writes and takes it back: SQLite begins a transaction also on a file that it could only open for reading. */
function refuseUnwritableFile(): void {
  const connection = new Database(sqliteFile(), { timeout: 0 });
  try {
    connection.exec('BEGIN IMMEDIATE; CREATE TABLE "_lectern_may_write" ("at"); ROLLBACK');
  } catch (error) {
    // Whoever writes at this moment can.
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
  } finally {
    connection.close();
  }
}

async function refuseStandby(): Promise<void> {
  const rows: { transaction_read_only: string }[] = await db().$queryRawUnsafe('SHOW transaction_read_only');
  if (rows[0]?.transaction_read_only !== 'on') return;
  throw new AppError(
    'settings',
    'The database can be read only: it is a standby server, or default_transaction_read_only is on. Set DATABASE_URL to one that can be written.',
  );
}
