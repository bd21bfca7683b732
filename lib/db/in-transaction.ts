import { db, forgetDb, type Tx } from './db';

/**
 * Runs `work` in one transaction: everything or nothing. On SQLite it waits its turn and begins IMMEDIATE.
 * Put the guarded statement first; inside use only `tx`.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(work);
  } catch (error) {
    // A failed COMMIT can leave SQLite's one connection inside a transaction: everything after it would
    // be acknowledged and lost. Such a client is thrown away.
    if (String(error).includes('within a transaction')) await forgetDb()?.$disconnect();
    throw error;
  }
}
