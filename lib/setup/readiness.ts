import { causeCode } from '@/lib/db/cause-code';
import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { storage } from '@/lib/storage/open-storage';

export type Readiness = { database: 'ok' | 'failing'; storage: 'ok' | 'failing' };

const budgetMs = 2_000;

/** Asks the database and the storage for a sign of life, each within two seconds. */
export async function readiness(): Promise<Readiness> {
  const [database, bytes] = await Promise.all([
    answers('database', db().user.count()),
    answers('storage', storage().check()),
  ]);
  return { database, storage: bytes };
}

async function answers(what: keyof Readiness, work: Promise<unknown>): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failing'>((resolve) => {
    timer = setTimeout(() => resolve('failing'), budgetMs);
  });
  try {
    return await Promise.race([work.then(() => 'ok' as const), late]);
  } catch (error) {
    logger().error({ err: error, cause: causeCode(error), what }, 'not ready');
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
