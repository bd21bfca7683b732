import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import { folderForCopy } from '@/lib/folders/folder-for-copy';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock, unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import { foldName } from '@/lib/shared/file-names';
import { can } from '@/lib/shares/can';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { insertDocument } from './insert-document';
import { requireDocument } from './require-document';
import { withFreeName } from './with-free-name';
import { writeVersion } from './write-version';

export type CopyTarget =
  /** a name that may be changed until it is free */
  | { mode: 'suggested'; name: string }
  /** exactly this name */
  | { mode: 'specific'; name: string; overwrite: boolean };

/**
 * Stores bytes as a copy of a document (Save Copy As, conversion): in the source's folder where the
 * person may write, otherwise in their own root. The source itself is not touched.
 * @param input.target a legal name with its extension
 * @throws AppError `not-found`, `name-taken` (specific, and something has the name), `lock-conflict`
 *   (overwrite, and the target is locked), `not-implemented` (overwrite of what the person may not write)
 */
export async function saveCopy(
  actor: Actor,
  input: { sourceId: string; target: CopyTarget; stored: StoredObject; isConversion: boolean },
): Promise<{ id: string; name: string }> {
  const source = await requireDocument(actor, input.sourceId, 'read');
  const folderId = await folderForCopy(actor, source);
  const insert = (name: string) =>
    insertDocument(actor, {
      folderId,
      ownerId: actor.userId,
      name,
      stored: input.stored,
      origin: 'copy',
      copiedFromId: source.id,
      isConversion: input.isConversion,
    });
  const { target } = input;
  if (target.mode === 'suggested') return withFreeName(folderId, target.name, insert);
  for (;;) {
    try {
      return await retryTransient(() => insert(target.name));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const replaced = await retryTransient(() => replace(actor, folderId, target, input.stored));
    if (replaced) return replaced;
  }
}

/** Overwrites the document that has the name; null when by now none has it, or somebody changed it in between. */
async function replace(
  actor: Actor,
  folderId: string,
  target: { name: string; overwrite: boolean },
  stored: StoredObject,
): Promise<{ id: string; name: string } | null> {
  const existing = await db().document.findUnique({
    where: { folderId_liveName: { folderId, liveName: foldName(target.name) } },
    include: { grants: { where: { userId: actor.userId } } },
  });
  if (!existing) return null;
  const now = new Date();
  if (!target.overwrite) {
    const lock = currentLock(existing, now) ?? '';
    throw new AppError('name-taken', `There is a document called “${existing.name}” already.`, { lock });
  }
  // X-WOPI-OverwriteRelativeTarget: 501 when the person may not overwrite that file.
  if (!can(actor, 'edit', existing)) {
    throw new AppError('not-implemented', `You may not replace “${existing.name}”.`);
  }
  if (currentLock(existing, now) !== null) throw lockConflict(existing, now);
  const written = await inTransaction((tx) =>
    writeVersion(tx, actor, existing, {
      stored,
      origin: 'copy',
      editors: [],
      guard: whereUnlocked(now),
      also: unlocked,
    }),
  );
  return written ? { id: existing.id, name: existing.name } : null;
}
