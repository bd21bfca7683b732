import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';
import { deniedDocument } from './denied-document';
import { maySaveCopy } from './may-save-copy';
import type { DocumentRow } from './require-document';

/** Makes sure that a document may be copied: its owner always may. @throws AppError `forbidden` */
export function requireCopyable(actor: Actor, document: DocumentRow): void {
  if (document.ownerId === actor.userId || maySaveCopy(document)) return;
  const { name } = document;
  const refusal = new AppError('forbidden', `“${name}” may not be copied. Ask its owner.`, {
    reason: 'copies-forbidden',
    name,
  });
  throw deniedDocument(refusal, actor, document, 'copy');
}
