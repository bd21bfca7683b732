import { forgetDb } from './db';

/** Closes the connections of this process. */
export async function closeDatabase(): Promise<void> {
  await forgetDb()?.$disconnect();
}
