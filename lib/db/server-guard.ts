import Database from 'better-sqlite3';
import { AppError } from '@/lib/errors';
import { sqliteFile } from './adapter';
import { codeOf } from './code-of';

const holder = globalThis as typeof globalThis & { lecternGuard?: Database.Database };

/** The file beside the database whose lock says that a server uses it. */
export function guardFile(): string {
  return `${sqliteFile()}.lock`;
}

/**
 * Makes sure that one server at most uses the SQLite file: an exclusive transaction on a neighbour file,
 * held until the process ends. The operating system's lock dies with the process, whatever ends it.
 * @throws AppError `settings` when another server holds it
 */
export function takeServerGuard(): void {
  if (holder.lecternGuard) return;
  const guard = new Database(guardFile(), { timeout: 0 });
  try {
    guard.exec('PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    guard.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
    throw new AppError(
      'settings',
      `Another Lectern server uses ${sqliteFile()} already. Stop it first, or use PostgreSQL for more than one.`,
    );
  }
  holder.lecternGuard = guard;
}
