import { causeCode } from '@/lib/db/cause-code';
import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { storage } from '@/lib/storage/open-storage';

export type Readiness = { database: 'ok' | 'failing'; storage: 'ok' | 'failing' };

const budgetMs = 2_000;
/** Whoever asks how often: storage and database are looked at no more than so. */
const lookEveryMs = 2_000;

type Look = { at: number; found: Promise<Readiness> };
const holder = globalThis as typeof globalThis & { lecternReadiness?: Look };

/** Whether the database and the storage gave a sign of life, each within two seconds, at most two seconds ago. */
export function readiness(): Promise<Readiness> {
  const now = performance.now();
  if (!holder.lecternReadiness || now - holder.lecternReadiness.at >= lookEveryMs) {
    holder.lecternReadiness = { at: now, found: look() };
  }
  return holder.lecternReadiness.found;
}

async function look(): Promise<Readiness> {
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
