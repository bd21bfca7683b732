import { beingEdited } from '@/lib/documents/being-edited';
import type { DocumentRow } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { currentEditors } from '@/lib/locks/current-editors';
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
  const editors = await currentEditors(document, now);
  const { name } = document;
  if (editors.length === 1 && editors[0]?.id === actor.userId) {
    throw new AppError('being-edited', `You are editing “${name}”. Try again when you have closed it.`, {
      reason: 'you-are-editing',
      name,
    });
  }
  if (editors.length < 2) throw beingEdited(document);
  const all = editors.map((person) => person.name);
  const names = new Intl.ListFormat('en').format(all);
  throw new AppError('being-edited', `${names} are editing “${name}”. Try again when they have closed it.`, {
    reason: 'several-are-editing',
    name,
    who: all.join(', '),
  });
}
