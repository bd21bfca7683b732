import { db } from '@/lib/db/db';
import { deniedDocument } from '@/lib/documents/denied-document';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError, isAppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import type { Actor } from '@/lib/users/actor';
import { changeLock } from './change-lock';
import { currentLock, unlocked, whereLockedWith } from './lock-state';
import { mayReleaseLock } from './may-release-lock';

/** Whose lock was released; null where nothing was locked. */
export type ReleasedLock = { name: string; heldBy: { id: string; name: string } | null };

const mostTries = 5;

/**
 * Ends the lock in force without its id: for one that is stuck, since its editor is gone. What the old holder
 * still saves is refused as the protocol says, and kept as a recovery copy.
 * @param actor the document's owner; an administrator, who needs no right to read it; or the operator
 * @throws AppError `not-found`, `forbidden` (who may read it but does not own it)
 */
export async function releaseLock(
  actor: Actor | 'operator',
  { documentId }: { documentId: string },
): Promise<ReleasedLock> {
  for (let tries = 1; ; tries += 1) {
    const document = await requireReleasable(actor, documentId);
    const lock = currentLock(document, new Date());
    const { name, lockedById, lockedBy } = document;
    if (lock === null) return { name, heldBy: null };
    try {
      await changeLock(actor === 'operator' ? null : actor, {
        document,
        action: 'document.release-lock',
        detail: { heldById: lockedById, heldByName: lockedBy?.name ?? null },
        // The holder is part of the condition, so that the audit trail names whose lock it really was.
        changes: (now) => [{ where: { ...whereLockedWith(lock, now), lockedById }, data: unlocked }],
        mayRetry: () => false,
      });
      return { name, heldBy: lockedBy };
    } catch (error) {
      if (!isAppError(error) || error.code !== 'lock-conflict' || tries >= mostTries) throw error;
    }
  }
}

async function requireReleasable(actor: Actor | 'operator', documentId: string) {
  const document = isId(documentId)
    ? await db().document.findUnique({
        where: { id: documentId, trashedAt: null },
        include: { lockedBy: { select: { id: true, name: true } } },
      })
    : null;
  const isAllowed = actor === 'operator' || mayReleaseLock(actor, document?.ownerId);
  if (isAllowed && document) return document;
  if (actor !== 'operator') {
    const readable = await requireDocument(actor, documentId, 'read');
    const sentence = 'Only its owner or an administrator can release the lock of this document.';
    const refusal = new AppError('forbidden', sentence, { reason: 'release-lock' });
    throw deniedDocument(refusal, actor, readable, 'release-lock');
  }
  throw new AppError('not-found', `There is no document ${documentId}.`, { reason: 'no-document' });
}
