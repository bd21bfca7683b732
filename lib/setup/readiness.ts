import { causeCode } from '@/lib/db/cause-code';
import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { storage } from '@/lib/storage/open-storage';

export type Readiness = { database: 'ok' | 'failing'; storage: 'ok' | 'failing' };

const budgetMs = 2_000;
/** Whoever asks how often: storage and database are looked at no more than so. */
const lookEveryMs = 2_000;

/** Why each of them fails, as it was logged; null while it answers. */
type Causes = Record<keyof Readiness, string | null>;
type Look = { at: number; found: Promise<Readiness>; causes: Causes };
const holder = globalThis as typeof globalThis & { lecternReadiness?: Look };

/**
 * Whether the database and the storage gave a sign of life, each within two seconds, at most two seconds ago. What
 * fails is logged at error with its cause when it begins to fail or fails for another cause, and when that is over.
 */
export function readiness(): Promise<Readiness> {
  const now = performance.now();
  const last = holder.lecternReadiness;
  if (last && now - last.at < lookEveryMs) return last.found;
  const causes = last?.causes ?? { database: null, storage: null };
  const found = look(causes);
  holder.lecternReadiness = { at: now, found, causes };
  return found;
}

async function look(causes: Causes): Promise<Readiness> {
  const [database, bytes] = await Promise.all([
    answers('database', db().user.count(), causes),
    answers('storage', storage().check(), causes),
  ]);
  return { database, storage: bytes };
}

async function answers(what: keyof Readiness, work: Promise<unknown>, causes: Causes): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), budgetMs);
  });
  try {
    const came = await Promise.race([work.then(() => 'ok' as const), late]);
    note(what, came === 'ok' ? null : 'no answer in time', causes);
    return came === 'ok' ? 'ok' : 'failing';
  } catch (error) {
    note(what, causeCode(error) ?? 'unknown', causes, error);
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}

/** Probes ask every few seconds: what they find is told when it is another thing than before. */
function note(what: keyof Readiness, cause: string | null, causes: Causes, error?: unknown): void {
  if (cause === causes[what]) return;
  causes[what] = cause;
  if (cause === null) logger().info({ what }, 'ready again');
  else logger().error({ what, cause, err: error }, 'not ready');
}
