import { rmSync } from 'node:fs';
import path from 'node:path';
import { onPostgres } from './on-postgres';

/** Takes every table out of the suite's database, as on the day on which a server starts for the first time. */
export async function emptyDatabase(): Promise<void> {
  const { DATABASE_URL = '', DATA_DIR = '' } = process.env;
  if (DATABASE_URL) await onPostgres(DATABASE_URL, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  else for (const end of ['', '-wal', '-shm']) rmSync(path.join(DATA_DIR, `lectern.db${end}`), { force: true });
}
