import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { requireDocument } from '@/lib/documents/require-document';
import { writeVersion } from '@/lib/documents/write-version';
import { AppError } from '@/lib/errors';
import { unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { copyBytes, dropUnlessUsed } from './copy-bytes';
import { refuseWhileEdited } from './refuse-while-edited';
import { versionOf } from './require-version';

/**
 * Makes an earlier version the current one, as a new version with a copy of its bytes: nothing is lost, and the
 * restoring can be undone like any change. While anybody has the document locked it is refused, since the
 * editor's next save would replace what was restored.
 * @param input.number the number of the version to bring back
 * @returns the number of the new version
 * @throws AppError `not-found` (also a version that is not kept), `being-edited`, `invalid-request` (it is the
 *   current one), `content-missing`, `storage-full`, `unavailable`; nothing is left behind
 */
export async function restoreVersion(
  actor: Actor,
  input: { documentId: string; number: number },
): Promise<{ version: number }> {
  const document = await requireDocument(actor, input.documentId, 'edit');
  await refuseWhileEdited(actor, document);
  if (input.number === document.version) {
    throw new AppError('invalid-request', 'This is the current version already.', { reason: 'current-version' });
  }
  const stored = await copyBytes(await versionOf(document.id, { number: input.number }));
  try {
    return { version: await makeCurrent(actor, document.id, stored, input.number) };
  } catch (error) {
    await dropUnlessUsed(stored.key);
    throw error;
  }
}

async function makeCurrent(actor: Actor, documentId: string, stored: StoredObject, from: number): Promise<number> {
  for (;;) {
    const document = await retryTransient(() => requireDocument(actor, documentId, 'edit'));
    const now = new Date();
    await retryTransient(() => refuseWhileEdited(actor, document));
    const written = await retryTransient(() =>
      inTransaction((tx) =>
        writeVersion(tx, actor, document, {
          stored,
          origin: 'restore',
          editors: [],
          guard: whereUnlocked(now),
          // The id of a lock that expired must not save over what was restored.
          also: unlocked,
          detail: { from },
        }),
      ),
    );
    if (written) return written.version;
    // Somebody was quicker, or an earlier try of ours was committed although its answer was lost.
    const own = await retryTransient(() => db().version.findUnique({ where: { storageKey: stored.key } }));
    if (own) return own.number;
  }
}
