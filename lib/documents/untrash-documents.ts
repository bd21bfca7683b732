import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { type Around, inBatch } from '@/lib/db/in-batch';
import { rawSql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { holdFoldersToRestoreInto, nowhereToRestore } from '@/lib/folders/hold-folders-to-restore-into';
import { freeNames } from '@/lib/names/free-names';
import { groupBy } from '@/lib/shared/group-by';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { grantedDocuments } from './granted-documents';
import type { DocumentRow } from './require-document';
import { type Place, setPlaces } from './set-places';

/** `isChanged` false: it was not in the trash. */
export type Untrashed = Outcome<{ name: string; isChanged: boolean }>;
type Wish = { documentId: string; onClash: 'refuse' | 'keep-both' };

/**
 * Takes a batch of documents out of the trash, in one transaction, each under its old name or, if that is taken by
 * now and the wish allows it, "name (1)". Where its folder has gone to the trash itself, a document comes back
 * into the owner's root folder.
 * @param input.items at most {@link batchSize}
 * @returns by id; refused with `not-found` or `name-taken`
 */
export async function untrashDocuments(
  actor: Actor,
  input: { items: readonly Wish[] },
  around: Around<Map<string, Untrashed>> = {},
): Promise<Map<string, Untrashed>> {
  return inBatch(around, async (tx) => {
    const results = new Map<string, Untrashed>();
    const wishes = new Map(input.items.map((item) => [item.documentId, item.onClash]));
    const rows = await grantedDocuments(tx, actor, [...wishes.keys()], 'trash');
    const trashed: DocumentRow[] = [];
    for (const id of wishes.keys()) {
      const row = rows.get(id);
      if (!row) results.set(id, { ok: false, error: rows.refusal(id) });
      else if (row.trashedAt) trashed.push(row);
      else results.set(id, { ok: true, name: row.name, isChanged: false });
    }
    const targets = await holdFoldersToRestoreInto(tx, trashed, new Date());
    const places: Place[] = [];
    for (const [folderId, some] of groupBy(trashed, ({ id }) => targets.get(id))) {
      if (folderId === undefined) {
        for (const { id } of some) results.set(id, { ok: false, error: nowhereToRestore() });
        continue;
      }
      for (const [row, name] of await namesIn(tx, folderId, some, wishes)) {
        if (name === null) results.set(row.id, { ok: false, error: nameTaken(row) });
        else places.push({ id: row.id, folderId, name });
      }
    }
    const back = await setPlaces(tx, places, rawSql('"Document"."trashedAt" IS NOT NULL'));
    for (const { id, name } of places) results.set(id, { ok: true, name, isChanged: back.has(id) });
    await recordEvents(
      tx,
      places
        .filter(({ id }) => back.has(id))
        .map(({ id, name }) => ({
          ...{ action: 'document.untrash', outcome: 'done', actor, documentId: id, documentName: name },
        })),
    );
    return results;
  });
}

async function namesIn(
  tx: Tx,
  folderId: string,
  rows: readonly DocumentRow[],
  wishes: ReadonlyMap<string, Wish['onClash']>,
): Promise<[DocumentRow, string | null][]> {
  const wanted = rows.map(({ id, name }) => ({ name, isFixed: wishes.get(id) === 'refuse' }));
  const names = await freeNames(tx, { among: 'documents', folderId }, wanted);
  return rows.map((row, index) => [row, names[index] ?? null]);
}

function nameTaken({ name }: DocumentRow): AppError {
  return new AppError('name-taken', `There is a document called “${name}” where it was.`, { name });
}
