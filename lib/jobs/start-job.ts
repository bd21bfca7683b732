import type { Tx } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { AppError } from '@/lib/errors';
import { requireFolder } from '@/lib/folders/require-folder';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { type Gathering, writeGathering } from './gathering';
import type { JobVerb, Wish } from './job-wish';
import { noteItems } from './note-items';

/**
 * Writes down what a person wants done with many documents and folders. It is done by {@link runJob}, by whoever
 * holds the job, and finished even when this process is gone.
 * @param wish at most some hundred items by name, or a list as place and filter
 * @returns the job's id
 * @throws AppError `forbidden` for an actor who may only look, `not-found` for a list or a target that is not theirs
 */
export async function startJob(actor: Actor, wish: Wish): Promise<string> {
  if ('list' in wish) {
    const { scope, toId } = wish.list;
    if (scope.place === 'folder') await requireFolder(actor, scope.folderId, 'read');
    if (toId) await requireFolder(actor, toId, 'add');
  }
  return inTransaction(async (tx) => {
    if ('items' in wish) {
      const id = await insertJob(tx, actor, { verb: wish.verb, gathering: null });
      await noteItems(tx, id, wish.items, 0);
      return id;
    }
    const { scope, kind, toId = null, onClash = 'keep-both' } = wish.list;
    const gathering: Gathering = { from: 'list', scope, kind, toId, onClash, cursor: null, count: 0 };
    return insertJob(tx, actor, { verb: wish.verb, gathering });
  });
}

/** Writes the row of a job whose items come with it, or are gathered later. */
export async function insertJob(
  tx: Tx,
  actor: Actor,
  { verb, gathering }: { verb: JobVerb; gathering: Gathering | null },
): Promise<string> {
  // Whoever carries it out later does so with all rights of the person.
  if (actor.ceiling !== 'edit') throw new AppError('forbidden', 'You may only look here.');
  const id = newId();
  const now = new Date();
  await tx.job.create({
    data: {
      ...{ id, userId: actor.userId, address: actor.address, verb, createdAt: now, heldUntil: now },
      gathering: gathering && writeGathering(gathering),
    },
  });
  return id;
}
