import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { retryTransient } from '@/lib/db/retry-transient';
import type { ErrorCode } from '@/lib/errors';
import { metrics } from '@/lib/metrics';
import { newId } from '@/lib/shared/new-id';
import { deleteBytes } from '@/lib/storage/delete-bytes';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { makeRoom } from './make-room';

/**
 * Keeps the bytes of a save that had to be refused, for the document's owner to see and fetch: the client
 * does not send them again. There is a bound for a document and a person, see {@link makeRoom}. Does nothing when the
 * document itself is gone.
 * @returns whether they are kept
 */
export async function keepRecoveryCopy(
  actor: Actor,
  input: {
    documentId: string;
    stored: StoredObject;
    reason: ErrorCode;
    lockId: string | null;
    /** the lock session in which its token was last used to edit */
    lockSession: string | null;
  },
): Promise<boolean> {
  const document = await retryTransient(() => db().document.findUnique({ where: { id: input.documentId } }));
  if (!document) return false;
  const { lockSession } = input;
  const keys = await retryTransient(() =>
    inTransaction(async (tx) => {
      const gone = await makeRoom(tx, { documentId: document.id, userId: actor.userId, lockSession });
      await tx.recoveryCopy.create({
        data: {
          id: newId(),
          documentId: document.id,
          userId: actor.userId,
          reason: input.reason,
          storageKey: input.stored.key,
          size: BigInt(input.stored.size),
          sha256: input.stored.sha256,
          lockId: input.lockId,
          lockSession,
          baseVersion: document.version,
          createdAt: new Date(),
        },
      });
      await recordEvent(tx, {
        action: 'document.save',
        outcome: 'refused',
        actor,
        documentId: document.id,
        documentName: document.name,
        version: document.version,
        detail: { reason: input.reason, kept: true, bytes: input.stored.size },
      });
      return gone;
    }),
  );
  await deleteBytes(keys);
  metrics().recoveryCopies.inc();
  return true;
}
