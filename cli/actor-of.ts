import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import type { Actor } from '@/lib/users/actor';
import { findUserByEmail } from '@/lib/users/find-user-by-email';

type Person = { id: string; name: string; email: string; role: string; disabledAt: Date | null };

function toActor(person: Person): Actor {
  if (person.disabledAt) throw new AppError('invalid-request', `${person.email} is disabled.`);
  return {
    userId: person.id,
    name: person.name,
    email: person.email,
    isAdmin: person.role === 'admin',
    ceiling: 'edit',
    address: null,
    sessionId: null,
  };
}

/**
 * The person for whom the operator acts: with that person's rights and no more.
 * @throws AppError `invalid-request` when nobody has the address, or the person is disabled
 */
export async function actorOf(email: string): Promise<Actor> {
  const person = await findUserByEmail(email);
  if (!person) throw new AppError('invalid-request', `Nobody here has the e-mail address ${email}.`);
  return toActor(person);
}

/**
 * The owner of a document, who alone may share it: for this the operator stands in.
 * @throws AppError `not-found`, or `invalid-request` when the owner is disabled
 */
export async function ownerOf(documentId: string): Promise<Actor> {
  const document = isId(documentId)
    ? await db().document.findUnique({ where: { id: documentId }, include: { owner: true } })
    : null;
  if (!document) throw new AppError('not-found', `There is no document ${documentId}.`);
  return toActor(document.owner);
}
