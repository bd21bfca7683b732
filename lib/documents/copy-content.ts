import { storage } from '@/lib/storage/open-storage';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { readContent } from './read-content';
import { requireCopyable } from './require-copyable';
import { requireDocument } from './require-document';

/**
 * Stores the current content of a document once more, for a copy of it. Locks do not matter: what was last saved is
 * copied.
 * @throws AppError `not-found`, `forbidden` (copies of it are switched off), or as the storage says
 */
export async function copyContent(actor: Actor, documentId: string): Promise<{ name: string; stored: StoredObject }> {
  const document = await requireDocument(actor, documentId, 'read');
  requireCopyable(actor, document);
  const { body, size, name } = await readContent(actor, { documentId: document.id });
  return { name, stored: await storage().put(body, { expectedBytes: size, maxBytes: size }) };
}
