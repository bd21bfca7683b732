import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { type Around, inBatch } from '@/lib/db/in-batch';
import { sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { grantedFolders } from '@/lib/folders/granted-folders';
import { holdFolders } from '@/lib/folders/hold-folder';
import { currentLock, isUnlocked } from '@/lib/locks/lock-state';
import { freeNames } from '@/lib/names/free-names';
import { groupBy } from '@/lib/shared/group-by';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { beingEdited } from './being-edited';
import { grantedDocuments } from './granted-documents';
import type { DocumentRow } from './require-document';
import { type Place, setPlaces } from './set-places';

/** `fromId`: the folder that it came out of; null: it was there already. */
export type Moved = Outcome<{ id: string; name: string; fromId: string | null }>;
type Wish = { documentId: string; folderId: string; onClash: 'refuse' | 'keep-both' };
type Results = Map<string, Moved>;

/**
 * Moves a batch of the person's documents, in one transaction, each into a folder of theirs. Ids, versions, shares
 * and tokens stay.
 * @param input.items at most {@link batchSize}
 * @returns by id; refused with `not-found`, `being-edited` or `name-taken`
 */
export async function moveDocuments(
  actor: Actor,
  input: { items: readonly Wish[] },
  around: Around<Results> = {},
): Promise<Results> {
  return inBatch(around, async (tx) => {
    const results: Results = new Map();
    const wishes = new Map(input.items.map((item) => [item.documentId, item]));
    const folderIds = [...wishes.values()].map(({ folderId }) => folderId);
    const folders = await grantedFolders(tx, actor, folderIds, 'add');
    const held = await holdFolders(tx, [...folders.keys()], new Date());
    const rows = await grantedDocuments(tx, actor, [...wishes.keys()], 'trash');
    const now = new Date();
    const going: DocumentRow[] = [];
    for (const { documentId: id, folderId } of wishes.values()) {
      const row = rows.get(id);
      const refusal = !row
        ? rows.refusal(id)
        : !held.has(folderId)
          ? folders.refusal(folderId)
          : row.trashedAt
            ? inTrash(row.name)
            : null;
      if (refusal) results.set(id, { ok: false, error: refusal });
      else if (row?.folderId === folderId) results.set(id, { ok: true, id, name: row.name, fromId: null });
      else if (row) going.push(row);
    }
    const places: Place[] = [];
    for (const [folderId, some] of groupBy(going, ({ id }) => wishes.get(id)?.folderId ?? '')) {
      const wanted = some.map(({ id, name }) => ({ name, isFixed: wishes.get(id)?.onClash === 'refuse' }));
      const names = await freeNames(tx, { among: 'documents', folderId }, wanted);
      some.forEach(({ id, name }, index) => {
        const free = names[index] ?? null;
        const row = rows.get(id);
        if (free !== null) places.push({ id, folderId, name: free });
        else if (row && currentLock(row, now) !== null) results.set(id, { ok: false, error: beingEdited(row) });
        else results.set(id, { ok: false, error: nameTaken(name, folders.get(folderId)?.name ?? '') });
      });
    }
    await write(tx, actor, { places, rows, results });
    return results;
  });
}

function inTrash(name: string): AppError {
  return new AppError('not-found', `“${name}” is in the trash.`, { reason: 'in-trash', name });
}

function nameTaken(name: string, folder: string): AppError {
  return new AppError('name-taken', `There is a document called “${name}” in “${folder}” already.`, { name });
}

async function write(
  tx: Tx,
  actor: Actor,
  { places, rows, results }: { places: readonly Place[]; rows: ReadonlyMap<string, DocumentRow>; results: Results },
): Promise<void> {
  const now = new Date();
  const isFree = sql`"Document"."trashedAt" IS NULL AND ${isUnlocked(now)}`;
  const moved = await setPlaces(tx, places, isFree);
  const done = places.filter(({ id }) => moved.has(id));
  const late = await grantedDocuments(
    tx,
    actor,
    places.map(({ id }) => id).filter((id) => !moved.has(id)),
    'rename',
  );
  for (const { id, name } of places) {
    const row = late.get(id);
    const fromId = rows.get(id)?.folderId ?? null;
    if (moved.has(id)) results.set(id, { ok: true, id, name, fromId });
    else results.set(id, { ok: false, error: row ? beingEdited(row) : late.refusal(id) });
  }
  await recordEvents(
    tx,
    done.map(({ id, name, folderId }) => ({
      ...{ action: 'document.move', outcome: 'done', actor, documentId: id, documentName: name },
      detail: { to: folderId, from: rows.get(id)?.folderId ?? null },
    })),
  );
}
