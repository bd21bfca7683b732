import { db } from '@/lib/db/db';
import type { Actor } from './actor';
import { requireSelf } from './require-self';
import { sessionLife } from './start-session';

export type ListedSession = {
  /** what `endOwnSession` takes; it opens nothing, since a cookie is encrypted with the server's secret */
  id: string;
  /** whether this is the session that asks */
  isHere: boolean;
  startedAt: Date;
  /** to the minute */
  seenAt: Date;
  /** from where it was started, or null where that could not be known */
  address: string | null;
  /** what the browser called itself, at most 300 characters */
  userAgent: string | null;
};

/** More than anybody reads; the rest ends with "everywhere else". */
const most = 50;

/** Where the person is signed in: this session first, then those used last. Sessions that have run out are none. */
export async function listSessions(actor: Actor): Promise<ListedSession[]> {
  requireSelf(actor);
  const now = Date.now();
  const rows = await db().session.findMany({
    where: {
      userId: actor.userId,
      expiresAt: { gt: new Date(now) },
      seenAt: { gt: new Date(now - sessionLife.idleMs) },
    },
    orderBy: [{ seenAt: 'desc' }, { id: 'asc' }],
    // This session is among them: it is in use.
    take: most,
  });
  const sessions = rows.map(({ id, createdAt, seenAt, address, userAgent }) => ({
    id,
    isHere: id === actor.sessionId,
    startedAt: createdAt,
    seenAt,
    address,
    userAgent,
  }));
  return sessions.sort((a, b) => Number(b.isHere) - Number(a.isHere));
}
