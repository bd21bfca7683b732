import { withoutDenial } from '@/lib/audit/denial';
import { retryTransient } from '@/lib/db/retry-transient';
import { type DocumentRow, requireDocument } from '@/lib/documents/require-document';
import { saveContent, saveGuard } from '@/lib/documents/save-content';
import { env } from '@/lib/env';
import { AppError, type ErrorCode, isAppError } from '@/lib/errors';
import { unlockDocument } from '@/lib/locks/unlock-document';
import { logger } from '@/lib/logger';
import { hasWaitingCopy } from '@/lib/recovery/has-waiting-copy';
import { keepRecoveryCopy } from '@/lib/recovery/keep-recovery-copy';
import { storage } from '@/lib/storage/open-storage';
import type { StoredObject } from '@/lib/storage/storage';
import { noteEditing } from '@/lib/tokens/note-editing';
import { ownRow } from '@/lib/tokens/own-row';
import { jsonAnswer } from '../answers';
import { discardBody } from '../discard-body';
import { announcedSize } from '../headers/announced-size';
import { editorsList } from '../headers/editors-list';
import { optionalLockId } from '../headers/lock-id';
import { type SaveFlags, saveFlags } from '../headers/save-flags';
import { keepRefusedSave } from '../keep-refused-save';
import type { WopiRequest } from '../wopi-request';

/** Refusals of a whole, well-formed save: the bytes are kept for the owner. */
const kept: readonly ErrorCode[] = ['lock-conflict', 'document-changed', 'not-found'];

/**
 * WOPI PutFile (§3.8): the body becomes the new version. With the lock's id; without a lock only while the
 * file is empty. ONLYOFFICE does not repeat a save that fails, so a save that must be refused is kept as
 * a recovery copy. `LastModifiedTime` in the answer is what the client sends back with its next save.
 */
export async function putFile(wopi: WopiRequest): Promise<Response> {
  const lockId = optionalLockId(wopi, 'x-wopi-lock');
  const flags = saveFlags(wopi.headers);
  const expectedBytes = announcedSize(wopi.headers);
  const document = await writableDocument(wopi);
  const { MAX_DOCUMENT_BYTES: maxBytes } = env();
  if (expectedBytes !== undefined && expectedBytes > maxBytes) {
    saveGuard(document, lockId, new Date());
    throw new AppError('too-large', 'The document is larger than this portal takes.');
  }
  if (await isUnmodified(document, lockId, flags)) {
    await discardBody(wopi.request, maxBytes);
    return saved(document.version, document.modifiedAt);
  }
  const stored = await storage().put(wopi.request.body, { expectedBytes, maxBytes });
  try {
    const { version, modifiedAt } = await saveContent(wopi.actor, {
      documentId: document.id,
      lockId,
      stored,
      isAutosave: flags.isAutosave,
      editors: editorsList(wopi.headers),
      // ONLYOFFICE's own X-LOOL-WOPI-Timestamp is never enforced: it does not understand the refusal.
      expectedModifiedAt: flags.dialect === 'cool' ? flags.timestamp : null,
      signed: wopi.signedTicks === null ? null : { tokenId: await ownRow(wopi.token), ticks: wopi.signedTicks },
    });
    if (document.lockId === lockId) await noteEditing(wopi.token, document.lockSession);
    if (flags.isExitSave && lockId !== null && wopi.token.client === 'built-in') await endLock(wopi, lockId);
    return saved(version, modifiedAt);
  } catch (error) {
    await keepOrDrop(wopi, stored, lockId, error);
    throw error;
  }
}

/**
 * A page of the built-in client that goes away has time for one request. Sent beside its last save, an Unlock might
 * arrive first; so its exit save ends the lock too. Somebody who ended it meanwhile has done the same.
 */
async function endLock(wopi: WopiRequest, lockId: string): Promise<void> {
  try {
    await unlockDocument(wopi.actor, { documentId: wopi.documentId, lockId });
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

function saved(version: number, modifiedAt: Date): Response {
  return jsonAnswer({ LastModifiedTime: modifiedAt.toISOString() }, { 'x-wopi-itemversion': String(version) });
}

async function writableDocument(wopi: WopiRequest): Promise<DocumentRow> {
  try {
    return await retryTransient(() => requireDocument(wopi.actor, wopi.documentId, 'save'), { forMs: 60_000 });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const isKept = await keepRefusedSave(wopi.request, wopi.token, wopi.documentId, error.code);
    if (isKept) withoutDenial(error);
    throw error;
  }
}

/**
 * ONLYOFFICE saves once more when the last editor leaves, with bytes that differ although nothing was
 * changed. That save makes no version: it is an exit save not marked as modified, of a document that is
 * not empty, and no recovery copy of its lock waits (which would mean that the editor is ahead of us).
 */
async function isUnmodified(document: DocumentRow, lockId: string | null, flags: SaveFlags): Promise<boolean> {
  if (!flags.isExitSave || flags.isModifiedByUser || document.size === 0n) return false;
  if (lockId === null || document.lockId !== lockId) return false;
  return !(await hasWaitingCopy(document.id, lockId));
}

async function keepOrDrop(
  wopi: WopiRequest,
  stored: StoredObject,
  lockId: string | null,
  error: unknown,
): Promise<void> {
  const { documentId } = wopi;
  if (!isAppError(error)) {
    logger().error(
      { documentId, storageKey: stored.key, err: error },
      'a save could not be recorded; its bytes are kept',
    );
    return;
  }
  if (kept.includes(error.code) && wopi.token.actor.ceiling === 'edit' && stored.size > 0) {
    const { lockSession } = wopi.token;
    const refused = { documentId, stored, reason: error.code, lockId, lockSession };
    if (await keepRecoveryCopy(wopi.actor, refused)) withoutDenial(error);
  } else {
    await storage().delete(stored.key);
  }
}
