import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import { beingEdited } from '@/lib/documents/being-edited';
import { requireDocument } from '@/lib/documents/require-document';
import { writeVersion } from '@/lib/documents/write-version';
import { AppError } from '@/lib/errors';
import { currentLock, unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import { storage } from '@/lib/storage/open-storage';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';

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
  if (currentLock(document, new Date()) !== null) throw beingEdited(document);
  if (input.number === document.version) {
    throw new AppError('invalid-request', 'This is the current version already.');
  }
  const wanted = await db().version.findUnique({
    where: { documentId_number: { documentId: document.id, number: input.number } },
  });
  if (!wanted) throw new AppError('not-found', 'This version is not kept any more. Choose another one.');
  const stored = await copyOf(wanted);
  try {
    return { version: await makeCurrent(actor, document.id, stored, input.number) };
  } catch (error) {
    // A commit may have succeeded although its answer was lost; bytes that a version has stay.
    if (await isUnused(stored.key)) await storage().delete(stored.key);
    throw error;
  }
}

/** Bytes of their own for the new version: a storage key belongs to one version only. */
async function copyOf(version: { storageKey: string; size: bigint; sha256: string }): Promise<StoredObject> {
  const size = Number(version.size);
  const body = await storage().get(version.storageKey);
  const stored = await storage().put(body, { expectedBytes: size, maxBytes: size });
  if (stored.sha256 === version.sha256) return stored;
  await storage().delete(stored.key);
  throw new AppError('content-missing', 'The bytes of this version are damaged. Choose another one.');
}

async function makeCurrent(actor: Actor, documentId: string, stored: StoredObject, from: number): Promise<number> {
  for (;;) {
    const document = await retryTransient(() => requireDocument(actor, documentId, 'edit'));
    const now = new Date();
    if (currentLock(document, now) !== null) throw beingEdited(document);
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

/** False also where the database does not say. */
async function isUnused(storageKey: string): Promise<boolean> {
  try {
    return (await db().version.findUnique({ where: { storageKey } })) === null;
  } catch {
    return false;
  }
}
