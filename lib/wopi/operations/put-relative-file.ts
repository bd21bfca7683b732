import { mayNotReplace } from '@/lib/documents/may-not-replace';
import { maySaveCopy } from '@/lib/documents/may-save-copy';
import { requireDocument } from '@/lib/documents/require-document';
import { saveCopy } from '@/lib/documents/save-copy';
import { env } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock } from '@/lib/locks/lock-state';
import { storage } from '@/lib/storage/open-storage';
import { jsonAnswer } from '../answers';
import { announcedSize } from '../headers/announced-size';
import { headerValue } from '../headers/header-value';
import { optionalLockId } from '../headers/lock-id';
import { requestedTarget } from '../headers/requested-target';
import { withValidTarget } from '../headers/with-valid-target';
import { newFileAnswer } from '../new-file-answer';
import type { WopiRequest } from '../wopi-request';

/**
 * WOPI PutRelativeFile (§3.9): Save Copy As and conversion. The body becomes a new document beside the
 * source, or in the person's own root.
 */
export async function putRelativeFile(wopi: WopiRequest): Promise<Response> {
  const source = await requireDocument(wopi.actor, wopi.documentId, 'read');
  // When Save Copy As is forbidden every PUT_RELATIVE answers 501, the contradictory one too.
  if (!maySaveCopy(source)) throw new AppError('not-implemented', 'Save Copy As is switched off.');
  const target = requestedTarget(wopi.headers, { copyOf: source.name });
  const expectedBytes = announcedSize(wopi.headers);
  // "If the file is locked and the X-WOPI-Lock value does not match the lock": an absent or blank header
  // is no claim (no real client sends one here), and an unlocked file is copied whatever the header says.
  const lockId = optionalLockId(wopi, 'x-wopi-lock');
  const now = new Date();
  const current = currentLock(source, now);
  if (current !== null && lockId !== null && lockId !== current) throw lockConflict(source, now);
  const allowed = target.mode === 'specific' && !mayReplace(wopi) ? { ...target, overwrite: false } : target;
  const { MAX_DOCUMENT_BYTES: maxBytes } = env();
  if (expectedBytes !== undefined && expectedBytes > maxBytes) {
    throw new AppError('too-large', 'The document is larger than this portal takes.');
  }
  const stored = await storage().put(wopi.request.body, { expectedBytes, maxBytes });
  try {
    const isConversion = headerValue(wopi.headers, 'x-wopi-fileconversion') !== null;
    const copy = await saveCopy(wopi.actor, { sourceId: source.id, target: allowed, stored, isConversion });
    return jsonAnswer(await newFileAnswer(wopi, copy));
  } catch (error) {
    await storage().delete(stored.key);
    if (allowed !== target && isAppError(error) && error.code === 'name-taken') throw mayNotReplace(target.name);
    throw withValidTarget(error, target.name);
  }
}

/**
 * Whether a request may put its body in the place of another document. Whoever holds the token of one file and proves
 * nothing would have all that lies beside it: that is for the Document Server and for the operator's tools.
 */
function mayReplace({ actor, token }: WopiRequest): boolean {
  return !actor.writesByHand || token.client === 'operator';
}
