import { causeCode } from '@/lib/db/cause-code';
import { env } from '@/lib/env';
import { type ErrorCode, isFault } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { keepRecoveryCopy } from '@/lib/recovery/keep-recovery-copy';
import { storage } from '@/lib/storage/open-storage';
import type { FoundToken } from '@/lib/tokens/find-token';
import { announcedSize } from './headers/announced-size';
import { headerValue } from './headers/header-value';

/**
 * Reads the body of a PutFile that is refused before its content is looked at (expired or revoked token,
 * withdrawn right) and keeps it as a recovery copy. Only for a token of this document that once carried
 * write and ended less than 24 hours ago, after its proof has passed, and only whole bodies within the limit.
 * Never throws: the refusal is what gets answered.
 * @returns whether it is kept: then the audit trail knows of the refusal
 */
export async function keepRefusedSave(
  request: Request,
  token: FoundToken,
  documentId: string,
  reason: ErrorCode,
): Promise<boolean> {
  if (token.actor.ceiling !== 'edit' || token.state === 'long-expired') return false;
  try {
    const expectedBytes = announcedSize(request.headers);
    const { MAX_DOCUMENT_BYTES: maxBytes } = env();
    if (expectedBytes !== undefined && expectedBytes > maxBytes) return false;
    const stored = await storage().put(request.body, { expectedBytes, maxBytes });
    if (stored.size === 0) {
      await storage().delete(stored.key);
      return false;
    }
    const lockId = headerValue(request.headers, 'x-wopi-lock');
    const { lockSession } = token;
    return await keepRecoveryCopy(token.actor, { documentId, stored, reason, lockId, lockSession });
  } catch (error) {
    const line = { err: error, cause: causeCode(error), documentId, reason };
    logger()[isFault(error) ? 'error' : 'warn'](line, 'a refused save could not be kept');
    return false;
  }
}
