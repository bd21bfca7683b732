import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { withoutInvisible } from '@/lib/shared/without-invisible';
import type { Actor } from '@/lib/users/actor';
import { versionGone } from './require-version';

/** UTF-16 units. */
export const longestVersionName = 200;

/**
 * Gives a version a name, or takes it away. A named version stays as it is: later autosaves do not fold into it.
 * @param input.name at most 200 characters; blank clears the name
 * @returns the name as it is kept
 * @throws AppError `not-found` (also a version that is not kept), `invalid-request` (too long)
 */
export async function nameVersion(
  actor: Actor,
  input: { documentId: string; number: number; name: string },
): Promise<{ name: string | null }> {
  const document = await requireDocument(actor, input.documentId, 'edit');
  const name = withoutInvisible(input.name.replace(/\s+/g, ' ')).normalize('NFC').trim();
  if (name.length > longestVersionName) {
    throw new AppError('invalid-request', `This name is too long. Use ${longestVersionName} characters at most.`, {
      reason: 'name-of-version',
      most: longestVersionName,
    });
  }
  await inTransaction(async (tx) => {
    const { count } = await tx.version.updateMany({
      where: { documentId: document.id, number: input.number, document: { trashedAt: null } },
      data: name === '' ? { name: null } : { name, foldStartedAt: null },
    });
    if (count === 0) throw versionGone();
    await recordEvent(tx, {
      action: 'version.name',
      outcome: 'done',
      actor,
      documentId: document.id,
      documentName: document.name,
      version: input.number,
      detail: { name: name || null },
    });
  });
  return { name: name || null };
}
