import { db } from '@/lib/db/db';
import { beingEdited } from '@/lib/documents/being-edited';
import type { DocumentRow } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { currentLock } from '@/lib/locks/lock-state';
import type { Actor } from '@/lib/users/actor';

/**
 * Refuses while a lock is in force, with the names of all who edit: the lock's holder first, then everybody whose
 * token edits in its session.
 * @throws AppError `being-edited`
 */
export async function refuseWhileEdited(actor: Actor, document: DocumentRow): Promise<void> {
  const now = new Date();
  if (currentLock(document, now) === null) return;
  const tokens = document.lockSession
    ? await db().accessToken.findMany({
        where: {
          documentId: document.id,
          lockSession: document.lockSession,
          revokedAt: null,
          expiresAt: { gt: now },
          user: { disabledAt: null },
        },
        select: { user: { select: { id: true, name: true } } },
        take: 200,
      })
    : [];
  const holder = document.lockedBy ? [document.lockedBy] : [];
  const editors = new Map([...holder, ...tokens.map(({ user }) => user)].map((person) => [person.id, person.name]));
  const { name } = document;
  const [firstId] = editors.keys();
  if (editors.size === 1 && firstId === actor.userId) {
    throw new AppError('being-edited', `You are editing “${name}”. Try again when you have closed it.`, {
      reason: 'you-are-editing',
      name,
    });
  }
  if (editors.size < 2) throw beingEdited(document);
  const all = [...editors.values()];
  const names = new Intl.ListFormat('en').format(all);
  throw new AppError('being-edited', `${names} are editing “${name}”. Try again when they have closed it.`, {
    reason: 'several-are-editing',
    name,
    who: all.join(', '),
  });
}
