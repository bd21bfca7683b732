import { requireDocument } from '@/lib/documents/require-document';
import { type CopyTarget, saveCopy } from '@/lib/documents/save-copy';
import { env } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock } from '@/lib/locks/lock-state';
import { isNameLegal, makeNameLegal, makeNameUnique, splitName } from '@/lib/shared/file-names';
import { storage } from '@/lib/storage/open-storage';
import { issueToken } from '@/lib/tokens/issue-token';
import { jsonAnswer } from '../answers';
import { announcedSize } from '../headers/announced-size';
import { booleanHeader } from '../headers/boolean-header';
import { headerValue } from '../headers/header-value';
import { optionalLockId } from '../headers/lock-id';
import { hostEditUrl, hostViewUrl, wopiSrc } from '../host-urls';
import { decodeUtf7 } from '../utf7';
import type { WopiRequest } from '../wopi-request';

/**
 * WOPI PutRelativeFile (§3.9): Save Copy As and conversion. The body becomes a new document beside the
 * source, or in the person's own root.
 */
export async function putRelativeFile(wopi: WopiRequest): Promise<Response> {
  // When Save Copy As is forbidden every PUT_RELATIVE answers 501, the contradictory one too.
  if (!env().WOPI_SAVE_COPY_AS) throw new AppError('not-implemented', 'Save Copy As is switched off.');
  const source = await requireDocument(wopi.actor, wopi.documentId, 'read');
  const target = copyTarget(wopi.headers, source.name);
  const expectedBytes = announcedSize(wopi.headers);
  // "If the file is locked and the X-WOPI-Lock value does not match the lock": an absent or blank header
  // is no claim (no real client sends one here), and an unlocked file is copied whatever the header says.
  const lockId = optionalLockId(wopi, 'x-wopi-lock');
  const now = new Date();
  const current = currentLock(source, now);
  if (current !== null && lockId !== null && lockId !== current) throw lockConflict(source, now);
  const { MAX_DOCUMENT_BYTES: maxBytes } = env();
  if (expectedBytes !== undefined && expectedBytes > maxBytes) {
    throw new AppError('too-large', 'The document is larger than this portal takes.');
  }
  const stored = await storage().put(wopi.request.body, { expectedBytes, maxBytes });
  try {
    const isConversion = headerValue(wopi.headers, 'x-wopi-fileconversion') !== null;
    const copy = await saveCopy(wopi.actor, { sourceId: source.id, target, stored, isConversion });
    return jsonAnswer(await answerFor(wopi, copy));
  } catch (error) {
    await storage().delete(stored.key);
    throw withValidTarget(error, target);
  }
}

/**
 * Exactly one of the two headers names the copy. Suggested: made to fit; one that starts with a period is
 * an extension for the source's name, and a name without an extension gets the source's. Specific: taken
 * exactly, so 400 for a name that is not legal.
 */
function copyTarget(headers: Headers, sourceName: string): CopyTarget {
  const suggested = headerValue(headers, 'x-wopi-suggestedtarget');
  const relative = headerValue(headers, 'x-wopi-relativetarget');
  if (suggested !== null && relative !== null) {
    throw new AppError('not-implemented', 'X-WOPI-SuggestedTarget and X-WOPI-RelativeTarget exclude each other.');
  }
  const source = splitName(sourceName);
  if (relative !== null) {
    const name = decodeUtf7(relative);
    if (!isNameLegal(name)) {
      throw new AppError('invalid-name', 'A document cannot have that name.', { validTarget: makeNameLegal(name) });
    }
    return { mode: 'specific', name, overwrite: booleanHeader(headers, 'x-wopi-overwriterelativetarget') };
  }
  if (suggested === null) throw new AppError('invalid-request', 'X-WOPI-SuggestedTarget is missing.');
  const wanted = decodeUtf7(suggested);
  if (wanted.startsWith('.')) return { mode: 'suggested', name: makeNameLegal(source.base + wanted) };
  const legal = makeNameLegal(wanted);
  return { mode: 'suggested', name: splitName(legal).extension ? legal : makeNameLegal(legal + source.extension) };
}

async function answerFor(wopi: WopiRequest, copy: { id: string; name: string }) {
  // Token trading (§2.2): the URL carries a token of its own, which expires with the caller's.
  const { token } = await issueToken(wopi.actor, {
    documentId: copy.id,
    ceiling: wopi.actor.ceiling,
    client: 'document-server',
    expiresAt: wopi.token.expiresAt,
  });
  return {
    Name: copy.name,
    Url: `${wopiSrc(copy.id)}?access_token=${token}`,
    HostViewUrl: hostViewUrl(copy.id),
    HostEditUrl: hostEditUrl(copy.id),
  };
}

/** A client that is told of a free name tries again with it by itself. */
function withValidTarget(error: unknown, target: CopyTarget): unknown {
  if (!isAppError(error) || error.code !== 'name-taken') return error;
  return new AppError(error.code, error.message, { ...error.detail, validTarget: makeNameUnique(target.name, 1) });
}
