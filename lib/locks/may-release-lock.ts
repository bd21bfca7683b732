import type { Actor } from '@/lib/users/actor';

/** Whether an actor may end an editing whose editor has gone: the document's owner and administrators may. */
export function mayReleaseLock(actor: Actor, ownerId: string | undefined): boolean {
  return actor.ceiling === 'edit' && (actor.isAdmin || ownerId === actor.userId);
}
