import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/in-transaction';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { findUserByEmail } from '@/lib/users/find-user-by-email';
import type { Role } from './rights';

/**
 * Gives a person with an account a role in one document, or changes the role that they have.
 * @throws AppError `not-found` (document, or right to share it), `invalid-request` (nobody with that
 *   e-mail address, or the owner).
 */
export async function grantRole(
  actor: Actor,
  input: { documentId: string; userEmail: string; role: Role },
): Promise<{ userId: string; name: string }> {
  const document = await requireDocument(actor, input.documentId, 'share');
  const user = await findUserByEmail(input.userEmail);
  if (!user)
    throw new AppError('invalid-request', `Nobody here has the e-mail address ${input.userEmail}.`, {
      reason: 'no-person',
    });
  if (user.id === document.ownerId) throw new AppError('invalid-request', 'The owner has every right already.');
  await inTransaction(async (tx) => {
    await tx.grant.upsert({
      where: { documentId_userId: { documentId: document.id, userId: user.id } },
      create: {
        id: newId(),
        documentId: document.id,
        userId: user.id,
        role: input.role,
        createdAt: new Date(),
        createdById: actor.userId,
      },
      update: { role: input.role },
    });
    await recordEvent(tx, {
      action: 'document.share',
      outcome: 'done',
      actor,
      documentId: document.id,
      documentName: document.name,
      detail: { with: user.id, role: input.role },
    });
  });
  return { userId: user.id, name: user.name };
}
