import { saveContent } from '@/lib/documents/save-content';
import { lockDocument } from '@/lib/locks/lock-document';
import { unlockDocument } from '@/lib/locks/unlock-document';
import type { Actor } from '@/lib/users/actor';
import { makeDocument, store } from '../../make-document';

/** Saves a text under the lock "A", which is held already. */
export async function saveText(
  actor: Actor,
  documentId: string,
  text: string,
  options: { isAutosave?: boolean } = {},
): Promise<number> {
  const { version } = await saveContent(actor, {
    documentId,
    lockId: 'A',
    stored: await store(text),
    isAutosave: options.isAutosave ?? false,
    editors: [],
    expectedModifiedAt: null,
    signed: null,
  });
  return version;
}

/** A document with "first words" and "second words", nobody editing. */
export async function twoVersions(owner: Actor, name = 'Letter.docx'): Promise<string> {
  const documentId = await makeDocument(owner, 'first words', name);
  await lockDocument(owner, { documentId, lockId: 'A' });
  await saveText(owner, documentId, 'second words');
  await unlockDocument(owner, { documentId, lockId: 'A' });
  return documentId;
}
