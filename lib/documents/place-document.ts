import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock, unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import { foldName } from '@/lib/shared/file-names';
import { can } from '@/lib/shares/can';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { insertDocument } from './insert-document';
import type { NewDocument } from './insert-documents';
import { mayNotReplace } from './may-not-replace';
import { withFreeName } from './with-free-name';
import { writeVersion } from './write-version';

/** A legal name with its extension, and what may be done to find a place for it. */
export type NameTarget =
  /** a name that may be changed until it is free */
  | { mode: 'suggested'; name: string }
  /** exactly this name */
  | { mode: 'specific'; name: string; overwrite: boolean };

/**
 * Makes stored bytes a document under a name in a folder: a new one, or, where the target says so, a new
 * version of the one that has the name. The caller has made sure that the actor may add to the folder.
 * @throws AppError `not-found` (the folder has gone), `name-taken` (specific, and something has the name),
 *   `lock-conflict` (overwrite, and the target is locked), `not-implemented` (overwrite of what the person
 *   may not write)
 */
export async function placeDocument(
  actor: Actor,
  input: Omit<NewDocument, 'name'> & { target: NameTarget },
): Promise<{ id: string; name: string }> {
  const { target, ...rest } = input;
  const insert = (name: string) => insertDocument(actor, { ...rest, name });
  if (target.mode === 'suggested') {
    return withFreeName({ among: 'documents', folderId: rest.folderId }, target.name, insert);
  }
  for (;;) {
    try {
      return await retryTransient(() => insert(target.name));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const replaced = await retryTransient(() => replace(actor, rest, target));
    if (replaced) return replaced;
  }
}

/** Overwrites the document that has the name; null when by now none has it, or somebody changed it in between. */
async function replace(
  actor: Actor,
  { folderId, stored, origin }: Omit<NewDocument, 'name'>,
  target: { name: string; overwrite: boolean },
): Promise<{ id: string; name: string } | null> {
  const existing = await db().document.findUnique({
    where: { folderId_liveName: { folderId, liveName: foldName(target.name) } },
    include: { grants: { where: { userId: actor.userId } }, lockedBy: { select: { name: true } } },
  });
  if (!existing) return null;
  const now = new Date();
  if (!target.overwrite) {
    const lock = currentLock(existing, now) ?? '';
    throw new AppError('name-taken', `There is a document called “${existing.name}” already.`, {
      lock,
      name: existing.name,
    });
  }
  if (!can(actor, 'edit', existing)) throw mayNotReplace(existing.name);
  if (currentLock(existing, now) !== null) throw lockConflict(existing, now, beingEdited(existing));
  const written = await inTransaction((tx) =>
    writeVersion(tx, actor, existing, { stored, origin, editors: [], guard: whereUnlocked(now), also: unlocked }),
  );
  return written ? { id: existing.id, name: existing.name } : null;
}
