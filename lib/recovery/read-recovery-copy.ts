import { noteReading } from '@/lib/audit/note-reading';
import { db } from '@/lib/db/db';
import { deniedDocument } from '@/lib/documents/denied-document';
import { AppError } from '@/lib/errors';
import { makeNameLegal, splitName } from '@/lib/shared/file-names';
import { isId } from '@/lib/shared/is-id';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';

/**
 * Opens the bytes of a refused save, for the document's owner and for the person whose save it was.
 * @returns a name that tells it from the document, the size in bytes and the stream
 * @throws AppError `not-found`, `content-missing`
 */
export async function readRecoveryCopy(
  actor: Actor,
  { recoveryCopyId }: { recoveryCopyId: string },
): Promise<{ name: string; size: number; body: ReadableStream<Uint8Array> }> {
  const copy = isId(recoveryCopyId)
    ? await db().recoveryCopy.findUnique({ where: { id: recoveryCopyId }, include: { document: true } })
    : null;
  if (!copy || (copy.userId !== actor.userId && copy.document.ownerId !== actor.userId)) {
    const refusal = new AppError('not-found', 'This recovery copy does not exist, or it is not yours.');
    throw copy ? deniedDocument(refusal, actor, copy.document, 'recovery') : refusal;
  }
  const body = await storage().get(copy.storageKey);
  const { documentId, document } = copy;
  await noteReading({ action: 'recovery.download', actor, documentId, documentName: document.name });
  const { base, extension } = splitName(document.name);
  return { name: makeNameLegal(`${base} (recovered)${extension}`), size: Number(copy.size), body };
}
