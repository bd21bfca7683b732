import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { type Around, inBatch } from '@/lib/db/in-batch';
import { lockConflict } from '@/lib/locks/lock-conflict';
import { currentLock, unlocked, whereUnlocked } from '@/lib/locks/lock-state';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { grantedDocuments } from './granted-documents';

/** `isChanged` false: it was in the trash already. */
export type Trashed = Outcome<{ isChanged: boolean }>;

/**
 * Moves a batch of documents to the trash, in one transaction, from where their owner can take them back. A
 * document under a lock stays: `being-edited`, or `lock-conflict` for a WOPI client (DeleteFile: 409 with the
 * lock when the file is locked).
 * @param input.documentIds at most {@link batchSize}
 * @returns by id; refused with `not-found`, `being-edited` or `lock-conflict`
 */
export async function trashDocuments(
  actor: Actor,
  input: { documentIds: readonly string[]; by: 'page' | 'client' },
  around: Around<Map<string, Trashed>> = {},
): Promise<Map<string, Trashed>> {
  return inBatch(around, async (tx) => {
    const results = new Map<string, Trashed>();
    let isAgain = false;
    for (let open = [...new Set(input.documentIds)]; open.length > 0; isAgain = true) {
      const now = new Date();
      const rows = await grantedDocuments(tx, actor, open, 'trash');
      const free: string[] = [];
      for (const id of open) {
        const row = rows.get(id);
        if (!row) results.set(id, { ok: false, error: rows.refusal(id) });
        else if (row.trashedAt) results.set(id, { ok: true, isChanged: false });
        else if (!isAgain || currentLock(row, now) === null) free.push(id);
        else results.set(id, { ok: false, error: input.by === 'client' ? lockConflict(row, now) : beingEdited(row) });
      }
      const gone = await setTrashed(tx, free, now);
      for (const id of gone) results.set(id, { ok: true, isChanged: true });
      await recordEvents(
        tx,
        gone.map((id) => ({
          ...{ action: 'document.trash', outcome: 'done', actor, documentId: id },
          documentName: rows.get(id)?.name ?? null,
        })),
      );
      // What somebody has locked, or changes at the same moment.
      open = free.filter((id) => !gone.includes(id));
    }
    return results;
  });
}

async function setTrashed(tx: Tx, ids: string[], now: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.document.updateManyAndReturn({
    where: { id: { in: ids }, trashedAt: null, ...whereUnlocked(now) },
    data: { ...unlocked, trashedAt: now, liveName: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
