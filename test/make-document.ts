import { createDocument } from '@/lib/documents/create-document';
import { storage } from '@/lib/storage/open-storage';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { bodyOf } from './streams';

/** A document of the person's own with the given text. */
export async function makeDocument(actor: Actor, content = 'first words', name = 'Letter.docx'): Promise<string> {
  const { id } = await createDocument(actor, { name, body: bodyOf(content), origin: 'upload' });
  return id;
}

/** Bytes in the store, ready to become a version. */
export function store(content: string): Promise<StoredObject> {
  return storage().put(bodyOf(content), { maxBytes: 1024 * 1024 });
}
