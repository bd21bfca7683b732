import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { inBatch } from '@/lib/db/in-batch';
import { AppError } from '@/lib/errors';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';
import { grantedFolders } from '@/lib/folders/granted-folders';
import { holdFoldersToRestoreInto, nowhereToRestore } from '@/lib/folders/hold-folders-to-restore-into';
import type { FolderRow } from '@/lib/folders/require-folder';
import { type FolderPlace, setParents } from '@/lib/folders/set-parents';
import { freeNames } from '@/lib/names/free-names';
import { groupBy } from '@/lib/shared/group-by';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { untrashContents } from './untrash-contents';

/** `isChanged` false: it was not in the trash, or lies in there with the folder that it was in. */
export type UntrashedFolder = Outcome<{ name: string; isChanged: boolean }>;
type Wish = { folderId: string; onClash: 'refuse' | 'keep-both' };
type Results = Map<string, UntrashedFolder>;
type Started = { results: Results; places: FolderPlace[]; changed: number };

/**
 * Takes a batch of folders with everything that went with them out of the trash, each under its old name or "name
 * (1)": first the folders' own rows, then what lies in them, whose names nobody could take. Where the folder that it
 * was in has gone to the trash itself, a folder comes back into the root folder.
 * @param input.items at most {@link batchSize}
 * @param input.begun those whose own rows an earlier call has changed: with them it goes on
 * @returns by id; refused with `not-found` or `name-taken`
 */
export async function* untrashFolders(
  actor: Actor,
  input: { items: readonly Wish[]; begun?: ReadonlySet<string> },
  steps: FolderSteps<UntrashedFolder> = {},
): Steps<Results> {
  const { first } = steps;
  const { results, places, changed } = await start(actor, input, steps);
  yield changed;
  if (places.length === 0) return results;
  yield* untrashContents(
    places.map(({ id }) => id),
    { first },
  );
  const ends: Results = new Map(places.map(({ id, name }) => [id, { ok: true, name, isChanged: true }]));
  await inBatch({ first, last: steps.last }, async () => ends);
  return new Map([...results, ...ends]);
}

function start(
  actor: Actor,
  { items, begun = new Set() }: { items: readonly Wish[]; begun?: ReadonlySet<string> },
  steps: FolderSteps<UntrashedFolder>,
): Promise<Started> {
  const last = async (tx: Tx, { results, places }: Started) => {
    await steps.begun?.(
      tx,
      places.map(({ id }) => id),
    );
    await steps.last?.(tx, results);
  };
  return inBatch({ first: steps.first, last }, async (tx) => {
    const results: Results = new Map();
    const going: FolderRow[] = [];
    const goingOn: FolderPlace[] = [];
    const wishes = new Map(items.map((item) => [item.folderId, item.onClash]));
    const rows = await grantedFolders(tx, actor, [...wishes.keys()], 'trash');
    for (const id of wishes.keys()) {
      const row = rows.get(id);
      if (!row) results.set(id, { ok: false, error: rows.refusal(id) });
      else if (row.trashedAt && row.trashedWithId === null) going.push(row);
      else if (begun.has(id)) goingOn.push({ id, parentId: row.parentId ?? '', name: row.name });
      else results.set(id, { ok: true, name: row.name, isChanged: false });
    }
    const places = await findPlaces(tx, going, wishes, results);
    const back = await setParents(tx, places, 'out-of-trash');
    for (const { id, name } of places) if (!back.has(id)) results.set(id, { ok: true, name, isChanged: false });
    const done = places.filter(({ id }) => back.has(id));
    await recordEvents(
      tx,
      done.map(({ id, name }) => ({
        ...{ action: 'folder.untrash', outcome: 'done', actor, detail: { folderId: id, name } },
      })),
    );
    return { results, places: [...goingOn, ...done], changed: done.length };
  });
}

async function findPlaces(
  tx: Tx,
  folders: readonly FolderRow[],
  wishes: ReadonlyMap<string, Wish['onClash']>,
  results: Results,
): Promise<FolderPlace[]> {
  const items = folders.map(({ id, parentId, ownerId }) => ({ id, folderId: parentId, ownerId }));
  const targets = await holdFoldersToRestoreInto(tx, items, new Date());
  const places: FolderPlace[] = [];
  for (const [parentId, some] of groupBy(folders, ({ id }) => targets.get(id))) {
    if (parentId === undefined) {
      for (const { id } of some) results.set(id, { ok: false, error: nowhereToRestore() });
      continue;
    }
    const wanted = some.map(({ id, name }) => ({ name, isFixed: wishes.get(id) === 'refuse' }));
    const names = await freeNames(tx, { among: 'folders', folderId: parentId }, wanted);
    some.forEach(({ id, name }, index) => {
      const free = names[index] ?? null;
      if (free !== null) places.push({ id, parentId, name: free });
      else results.set(id, { ok: false, error: nameTaken(name) });
    });
  }
  return places;
}

function nameTaken(name: string): AppError {
  return new AppError('name-taken', `There is a folder called “${name}” where it was.`, { name });
}
