import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { inBatch } from '@/lib/db/in-batch';
import { AppError } from '@/lib/errors';
import { deepest, tooDeep } from '@/lib/folders/create-folder';
import { folderHeights } from '@/lib/folders/folder-heights';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';
import { foldersAbove } from '@/lib/folders/folders-above';
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
type Input = { items: readonly Wish[]; begun?: ReadonlySet<string>; isAsBefore?: boolean };
type Started = { results: Results; places: FolderPlace[]; changed: number };

/**
 * Takes a batch of folders with everything that went with them out of the trash, each under its old name or "name
 * (1)": first the folders' own rows, then what lies in them, whose names nobody could take. Where the folder that it
 * was in has gone to the trash itself, a folder comes back into the root folder. Where it would lie too deep now,
 * because what it was in was moved, it stays in the trash; one that is too tall for any place was made by an older
 * version, and comes back all the same.
 * @param input.items at most {@link batchSize}
 * @param input.begun those whose own rows an earlier call has changed: with them it goes on
 * @param input.isAsBefore it was in the trash for a moment only, and comes back however deep that is
 * @returns by id; refused with `not-found`, `invalid-request` (too deep) or `name-taken`
 */
export async function* untrashFolders(
  actor: Actor,
  input: Input,
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
  { items, begun = new Set(), isAsBefore = false }: Input,
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
    const targets = await findTargets(tx, going, isAsBefore, results);
    const places = await findPlaces(tx, going, { wishes, targets, results });
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

type Wishes = ReadonlyMap<string, Wish['onClash']>;
type Targets = ReadonlyMap<string, string>;

/** @returns by id the folder, held, that each comes back into; the others are refused in `results` */
async function findTargets(
  tx: Tx,
  folders: readonly FolderRow[],
  isAsBefore: boolean,
  results: Results,
): Promise<Targets> {
  const items = folders.map(({ id, parentId, ownerId }) => ({ id, folderId: parentId, ownerId }));
  const targets = await holdFoldersToRestoreInto(tx, items, new Date());
  const heights = await folderHeights(tx, [...targets.keys()]);
  const depths = new Map<string, number>();
  for (const { id } of folders) {
    const target = targets.get(id);
    if (target === undefined) {
      results.set(id, { ok: false, error: nowhereToRestore() });
      continue;
    }
    const height = heights.get(id) ?? 1;
    const depth = depths.get(target) ?? (await foldersAbove(tx, target)).length;
    depths.set(target, depth);
    if (isAsBefore || height >= deepest || depth + height <= deepest) continue;
    targets.delete(id);
    results.set(id, { ok: false, error: tooDeep() });
  }
  return targets;
}

async function findPlaces(
  tx: Tx,
  folders: readonly FolderRow[],
  { wishes, targets, results }: { wishes: Wishes; targets: Targets; results: Results },
): Promise<FolderPlace[]> {
  const places: FolderPlace[] = [];
  for (const [parentId, some] of groupBy(folders, ({ id }) => targets.get(id))) {
    if (parentId === undefined) continue;
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
