import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import { type Actor, actorOf, type Person } from '@/lib/users/actor';
import { findUserByEmail } from '@/lib/users/find-user-by-email';

function standIn(person: Person & { disabledAt: Date | null }): Actor {
  if (person.disabledAt) throw new AppError('invalid-request', `${person.email} is disabled.`);
  return actorOf(person, { ceiling: 'edit', address: null, sessionId: null });
}

/**
 * The person for whom the operator acts: with that person's rights and no more.
 * @throws AppError `invalid-request` when nobody has the address, or the person is disabled
 */
export async function actorOfEmail(email: string): Promise<Actor> {
  const person = await findUserByEmail(email);
  if (!person) throw new AppError('invalid-request', `Nobody here has the e-mail address ${email}.`);
  return standIn(person);
}

/**
 * The owner of a document, who alone may share it: for this the operator stands in.
 * @throws AppError `not-found`, or `invalid-request` when the owner is disabled
 */
export async function actorOfOwner(documentId: string): Promise<Actor> {
  const document = isId(documentId)
    ? await db().document.findUnique({ where: { id: documentId }, select: { owner: true } })
    : null;
  if (!document) throw new AppError('not-found', `There is no document ${documentId}.`);
  return standIn(document.owner);
}
