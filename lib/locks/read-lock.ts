import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';
import { currentLock } from './lock-state';

/**
 * WOPI GetLock: the id of the lock in force, or null. Like every lock operation it needs the right to write.
 * @throws AppError `not-found`
 */
export async function readLock(
  actor: Actor,
  { documentId }: { documentId: string },
): Promise<{ lockId: string | null; version: number }> {
  const document = await requireDocument(actor, documentId, 'save');
  return { lockId: currentLock(document, new Date()), version: document.version };
}
