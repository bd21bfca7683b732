import { denied } from '@/lib/audit/denial';
import type { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';

/** A refusal of access to a document that is there, as the audit trail is told of it. */
export function deniedDocument(
  refusal: AppError,
  actor: Actor,
  { id, name }: { id: string; name: string },
  right: string,
): AppError {
  return denied(refusal, {
    action: 'document.refuse',
    actor,
    documentId: id,
    documentName: name,
    detail: { right },
    about: `${actor.userId} ${id} ${right}`,
  });
}
