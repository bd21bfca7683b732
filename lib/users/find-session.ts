import { db } from '@/lib/db/db';
import { isTransient } from '@/lib/db/is-transient';
import { retryTransient } from '@/lib/db/retry-transient';
import { isId } from '@/lib/shared/is-id';
import type { Person } from './actor';
import { sessionLife } from './start-session';

/** How exactly `seenAt` is kept, in milliseconds. */
const touchEveryMs = 60_000;

export type FoundSession = { id: string; expiresAt: Date; person: Person };

/**
 * The session with this id and whose it is. Read anew at every request, so that a session which was ended,
 * has run out, or belongs to somebody who was disabled is over at once.
 */
export async function findSession(sessionId: string): Promise<FoundSession | null> {
  if (!isId(sessionId)) return null;
  const session = await retryTransient(() =>
    db().session.findUnique({ where: { id: sessionId }, include: { user: true } }),
  );
  const now = Date.now();
  if (!session || session.user.disabledAt !== null) return null;
  if (session.expiresAt.getTime() <= now || session.seenAt.getTime() + sessionLife.idleMs <= now) return null;
  if (session.seenAt.getTime() + touchEveryMs <= now) await touch(sessionId, now);
  const { id, name, email, role, locale } = session.user;
  return { id: session.id, expiresAt: session.expiresAt, person: { id, name, email, role, locale } };
}

/** One guarded statement, so that parallel requests write once and the time never runs backwards. */
async function touch(id: string, now: number): Promise<void> {
  try {
    const seenAt = { lte: new Date(now - touchEveryMs) };
    await db().session.updateMany({ where: { id, seenAt }, data: { seenAt: new Date(now) } });
  } catch (error) {
    // A busy database must not fail a request that only reads; the next one writes it.
    if (!isTransient(error)) throw error;
  }
}
