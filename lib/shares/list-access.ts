import { db } from '@/lib/db/db';
import { requireDocument } from '@/lib/documents/require-document';
import type { Actor } from '@/lib/users/actor';
import { type Role, roles } from './rights';

export type Access = { id: string; name: string; role: Role | 'owner' };

/**
 * Who has access to a document: its owner first, then the people with a role, by name. Everybody who may
 * read it may see that, as they may see one another in the editor.
 * @throws AppError `not-found`
 */
export async function listAccess(actor: Actor, { documentId }: { documentId: string }): Promise<Access[]> {
  const document = await requireDocument(actor, documentId, 'read');
  const grants = await db().grant.findMany({
    where: { documentId: document.id, user: { disabledAt: null } },
    include: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: 'asc' } },
  });
  const people = grants.flatMap(({ user, role }): Access[] => {
    const known = roles.find((each) => each === role);
    return known ? [{ ...user, role: known }] : [];
  });
  return [{ ...document.owner, role: 'owner' }, ...people];
}
