import type { Actor } from '@/lib/users/actor';
import { noRights, type Rights, rightsOf, roles } from './rights';

/** The part of a document's row that rights are read from. Grants are those of the actor at least. */
export type Protected = {
  ownerId: string;
  trashedAt: Date | null;
  grants: readonly { userId: string; role: string }[];
};

/**
 * What the actor may do with a document: what ownership or a grant gives, never more than the actor's
 * ceiling. Who may only comment or propose changes saves through an editor that keeps to it, or not at all. A
 * document in the trash can be read and edited by nobody; its owner may still take it out.
 */
export function rightsFor(actor: Actor, document: Protected): Rights {
  const granted = grantedRights(actor, document);
  if (document.trashedAt) return { ...noRights, trash: granted.trash };
  const isReading = actor.ceiling === 'view' || (actor.writesByHand === true && !granted.edit);
  return isReading ? { ...noRights, read: granted.read } : granted;
}

/** Whether the actor may do `right` with the document. */
export function can(actor: Actor, right: keyof Rights, document: Protected): boolean {
  return rightsFor(actor, document)[right];
}

function grantedRights(actor: Actor, document: Protected): Rights {
  if (document.ownerId === actor.userId) return rightsOf.owner;
  const given = document.grants.find((grant) => grant.userId === actor.userId)?.role;
  const role = roles.find((known) => known === given);
  return role ? rightsOf[role] : noRights;
}
