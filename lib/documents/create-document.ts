import { env } from '@/lib/env';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { makeNameLegal } from '@/lib/shared/file-names';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { insertDocument } from './insert-document';
import { withFreeName } from './with-free-name';

/**
 * Stores a new document in the person's own root folder. A name that is not legal is repaired, one that
 * is taken gets "(1)".
 * @param input.body the bytes as a stream, null for an empty document
 * @param input.expectedBytes the announced length, if there is one
 * @throws AppError `incomplete-body`, `too-large`, `storage-full`, `unavailable`; nothing is left behind
 */
export async function createDocument(
  actor: Actor,
  input: {
    name: string;
    body: ReadableStream<Uint8Array> | null;
    expectedBytes?: number | undefined;
    origin: 'upload' | 'new';
  },
): Promise<{ id: string; name: string }> {
  const folder = await ownRootFolder(actor);
  const stored = await storage().put(input.body, {
    expectedBytes: input.expectedBytes,
    maxBytes: env().MAX_DOCUMENT_BYTES,
  });
  try {
    return await withFreeName(folder.id, makeNameLegal(input.name), (name) =>
      insertDocument(actor, {
        folderId: folder.id,
        ownerId: actor.userId,
        name,
        stored,
        origin: input.origin,
        copiedFromId: null,
        isConversion: false,
      }),
    );
  } catch (error) {
    await storage().delete(stored.key);
    throw error;
  }
}
