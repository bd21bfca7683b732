import { isAppError } from '@/lib/errors';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { requireDocument } from './require-document';

export type Content = {
  name: string;
  /** bytes */
  size: number;
  version: number;
  body: ReadableStream<Uint8Array>;
};

/**
 * Opens the current content of a document. A save that comes in between never mixes with it: bytes are
 * immutable, and the stream is that of one version.
 * @throws AppError `not-found`, `content-missing`
 */
export async function readContent(actor: Actor, { documentId }: { documentId: string }): Promise<Content> {
  for (let tried: string | null = null; ; ) {
    const document = await requireDocument(actor, documentId, 'read');
    try {
      const body = await storage().get(document.storageKey);
      return { name: document.name, size: Number(document.size), version: document.version, body };
    } catch (error) {
      // A save may have replaced an autosave, and its bytes been cleared away, since the row was read.
      if (!isAppError(error) || error.code !== 'content-missing' || tried === document.storageKey) throw error;
      tried = document.storageKey;
    }
  }
}
