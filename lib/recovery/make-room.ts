import type { Tx } from '@/lib/db/db';
import { sql } from '@/lib/db/sql';
import { mostCopies } from './kept-copies';

/**
 * Brings the refused saves of one person for one document down to their bound, before another is added: the oldest
 * one goes that was resolved, then an older one of the same session, whose text the new one has too. Another person's
 * never go, nor what another session alone has: then there is one more than the bound.
 *
 * Saves whose token never held a lock are all of one session, whichever token sent them: at the bound the oldest of
 * them goes, and nothing that was written under a lock goes for one. Were each token a session of its own, whoever
 * opens the document anew for each save would have no bound; of one person's texts without a lock the newest ten are
 * what is likeliest to be missed.
 *
 * The document's row is held until the end of the transaction: of refusals at once each counts what the others kept.
 * @returns the keys of the bytes that nobody refers to any more
 */
export async function makeRoom(
  tx: Tx,
  copy: { documentId: string; userId: string; lockSession: string | null },
): Promise<string[]> {
  const { documentId, userId, lockSession } = copy;
  const keys: string[] = [];
  await tx.$executeRaw(sql`UPDATE "Document" SET "version" = "version" WHERE "id" = ${documentId}`);
  for (;;) {
    const count = await tx.recoveryCopy.count({ where: { documentId, userId } });
    if (count < mostCopies) return keys;
    const oldest = (where: { resolvedAt?: { not: null } | null; lockSession?: string | null }) =>
      tx.recoveryCopy.findFirst({
        where: { documentId, userId, ...where },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
    const going = (await oldest({ resolvedAt: { not: null } })) ?? (await oldest({ lockSession }));
    if (!going) return keys;
    const { count: deleted } = await tx.recoveryCopy.deleteMany({ where: { id: going.id } });
    if (deleted > 0) keys.push(going.storageKey);
  }
}
