import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { newId } from '@/lib/shared/new-id';
import { actorOf, type Person } from './actor';

/** A session ends after two weeks without a request, and in any case 30 days after sign-in. */
export const sessionLife = { idleMs: 14 * 24 * 60 * 60_000, absoluteMs: 30 * 24 * 60 * 60_000 };

/**
 * Starts a session for a person who has proved who they are: always under a new id (S44), so that an id which
 * somebody knew before sign-in opens nothing.
 * @param input.passwordHash the hash that was verified
 * @returns the session's id, or null if the person was disabled or the password changed in the meantime
 */
export async function startSession(
  person: Person,
  input: { passwordHash: string; address: string | null; userAgent: string | null },
): Promise<string | null> {
  const { passwordHash, address } = input;
  const id = newId();
  const now = new Date();
  return inTransaction(async (tx) => {
    // Changes nothing but holds the row: a change of password at the same moment either comes first, then this
    // finds no row, or afterwards, then it ends this session too.
    const { count } = await tx.user.updateMany({
      where: { id: person.id, passwordHash, disabledAt: null },
      data: { passwordHash },
    });
    if (count === 0) return null;
    await tx.session.deleteMany({ where: { userId: person.id, expiresAt: { lt: now } } });
    await tx.session.create({
      data: {
        id,
        userId: person.id,
        createdAt: now,
        seenAt: now,
        expiresAt: new Date(now.getTime() + sessionLife.absoluteMs),
        address,
        userAgent: input.userAgent?.slice(0, 300) ?? null,
      },
    });
    const actor = actorOf(person, { ceiling: 'edit', address, sessionId: id });
    await recordEvent(tx, { action: 'session.start', outcome: 'done', actor });
    return id;
  });
}
