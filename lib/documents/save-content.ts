import { db } from '@/lib/db/db';
import type { Prisma } from '@/lib/db/generated/sqlite/client';
import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { retryTransient } from '@/lib/db/retry-transient';
import { AppError } from '@/lib/errors';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock, unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import { newId } from '@/lib/shared/new-id';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { type DocumentRow, requireDocument } from './require-document';
import { writeVersion } from './write-version';

/** A save waits this long for a busy or restarting database: the client does not try again by itself. */
const patienceMs = 60_000;
/** A signed time passes for 20 minutes, and 5 ahead: for so long a replay has to be recognised. */
export const replayMs = 25 * 60_000;

export type Save = {
  documentId: string;
  /** X-WOPI-Lock of the request, null when absent or blank */
  lockId: string | null;
  stored: StoredObject;
  isAutosave: boolean;
  editors: readonly string[];
  /** the LastModifiedTime that the client believes current and wants enforced (X-COOL-WOPI-Timestamp), or null */
  expectedModifiedAt: string | null;
  /** the token and the signed time of the request when its proof was verified: an exact replay is refused */
  signed: { tokenId: string; ticks: bigint } | null;
};

/**
 * WOPI PutFile: makes stored bytes the new version of a document, if its lock allows it (§2.6): with the
 * id on the row – also after its expiry, as long as nothing superseded it – or, where no lock is in
 * force, when the document is empty.
 * @returns the new version number and LastModifiedTime
 * @throws AppError `not-found`, `lock-conflict`, `document-changed`, `replayed`; the bytes stay stored
 */
export async function saveContent(actor: Actor, save: Save): Promise<{ version: number; modifiedAt: Date }> {
  if (save.signed && (await isAccepted(save.documentId, save.signed))) throw await replayed(save.documentId);
  for (;;) {
    const document = await retryTransient(() => requireDocument(actor, save.documentId, 'save'), { forMs: patienceMs });
    const guard = saveGuard(document, save.lockId, new Date());
    if (save.expectedModifiedAt !== null && save.expectedModifiedAt !== document.modifiedAt.toISOString()) {
      throw new AppError('document-changed', 'The document was changed meanwhile.', {
        lock: currentLock(document, new Date()) ?? '',
      });
    }
    const saved = await retryTransient(() => commit(actor, document, save, guard), { forMs: patienceMs });
    // Null: somebody changed the row in between – or an earlier try of ours, whose answer was lost on the way.
    const done = saved ?? (await savedBefore(save.stored.key));
    if (done) return done;
  }
}

type Guard = { where: Prisma.DocumentWhereInput; also: Prisma.DocumentUncheckedUpdateManyInput };

/**
 * The condition under which the lock lets a save through.
 * @throws AppError `lock-conflict` when it does not
 */
export function saveGuard(
  document: Pick<DocumentRow, 'lockId' | 'lockExpiresAt' | 'size'>,
  lockId: string | null,
  now: Date,
): Guard {
  if (lockId !== null && document.lockId === lockId) return { where: { lockId }, also: {} };
  if (currentLock(document, now) === null && document.size === 0n) return { where: whereUnlocked(now), also: unlocked };
  throw lockConflict(document, now);
}

async function commit(actor: Actor, document: DocumentRow, save: Save, guard: Guard) {
  try {
    return await inTransaction(async (tx) => {
      const saved = await writeVersion(tx, actor, document, {
        stored: save.stored,
        origin: save.isAutosave ? 'autosave' : 'save',
        editors: save.editors,
        guard: guard.where,
        also: guard.also,
      });
      if (saved && save.signed) {
        const data = {
          id: newId(),
          tokenId: save.signed.tokenId,
          documentId: document.id,
          signedTicks: save.signed.ticks,
          acceptedAt: new Date(),
        };
        await tx.acceptedSave.create({ data });
        const forgotten = new Date(Date.now() - replayMs);
        await tx.acceptedSave.deleteMany({ where: { tokenId: save.signed.tokenId, acceptedAt: { lt: forgotten } } });
      }
      return saved;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const own = await savedBefore(save.stored.key);
    if (own) return own;
    throw await replayed(document.id);
  }
}

/** The version that these very bytes became already; a storage key belongs to one version only. */
async function savedBefore(storageKey: string): Promise<{ version: number; modifiedAt: Date } | null> {
  const own = await retryTransient(() => db().version.findUnique({ where: { storageKey } }));
  return own && { version: own.number, modifiedAt: own.createdAt };
}

async function isAccepted(documentId: string, { tokenId, ticks }: NonNullable<Save['signed']>): Promise<boolean> {
  const save = { tokenId, documentId, signedTicks: ticks };
  const row = await db().acceptedSave.findUnique({ where: { tokenId_documentId_signedTicks: save } });
  return row !== null;
}

async function replayed(documentId: string): Promise<AppError> {
  const row = await db().document.findUnique({ where: { id: documentId } });
  const lock = (row && currentLock(row, new Date())) ?? '';
  return new AppError('replayed', 'This very save was accepted before.', { lock });
}
