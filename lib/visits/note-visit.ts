import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';

/** Remembers that the person opened a document now, for the list of recent ones. The caller has checked that they may. */
export async function noteVisit(actor: Actor, { documentId }: { documentId: string }): Promise<void> {
  const at = new Date();
  await db().visit.upsert({
    where: { userId_documentId: { userId: actor.userId, documentId } },
    create: { userId: actor.userId, documentId, at },
    update: { at },
  });
}
