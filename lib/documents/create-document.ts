import { env } from '@/lib/env';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { makeNameLegal } from '@/lib/shared/file-names';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { type NameTarget, placeDocument } from './place-document';

/**
 * Stores a new document. A name that is not legal is repaired, one that is taken gets "(1)".
 * @param input.folderId where; without it the person's own root folder
 * @param input.name a name, or a target that may also demand the name or replace what has it
 * @param input.body the bytes as a stream, null for an empty document
 * @param input.expectedBytes the announced length, if there is one
 * @throws AppError `incomplete-body`, `too-large`, `storage-full`, `unavailable`, `not-found` (folder), and
 *   as {@link placeDocument}; nothing is left behind
 */
export async function createDocument(
  actor: Actor,
  input: {
    folderId?: string | undefined;
    name: string | NameTarget;
    body: ReadableStream<Uint8Array> | null;
    expectedBytes?: number | undefined;
    origin: 'upload' | 'new';
  },
): Promise<{ id: string; name: string }> {
  const { folderId } = input;
  const folder = folderId === undefined ? await ownRootFolder(actor) : await requireFolder(actor, folderId, 'add');
  const stored = await storage().put(input.body, {
    expectedBytes: input.expectedBytes,
    maxBytes: env().MAX_DOCUMENT_BYTES,
  });
  try {
    return await placeDocument(actor, {
      folderId: folder.id,
      ownerId: actor.userId,
      target: typeof input.name === 'string' ? { mode: 'suggested', name: makeNameLegal(input.name) } : input.name,
      stored,
      origin: input.origin,
      copiedFromId: null,
      isConversion: false,
    });
  } catch (error) {
    await storage().delete(stored.key);
    throw error;
  }
}
