import { db, type Tx } from './db';

/**
 * Runs `work` in one transaction: everything or nothing. On SQLite it waits its turn and begins IMMEDIATE.
 * Put the guarded statement first; inside use only `tx`. Nothing is tried again by itself.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work);
}
