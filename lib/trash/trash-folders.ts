import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { inBatch } from '@/lib/db/in-batch';
import { beingEdited } from '@/lib/documents/being-edited';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';
import { grantedFolders } from '@/lib/folders/granted-folders';
import type { FolderRow } from '@/lib/folders/require-folder';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { editedBelow } from './edited-below';
import { trashContents } from './trash-contents';
import { untrashFolders } from './untrash-folders';

/** `isChanged` false: it was in the trash already. */
export type TrashedFolder = Outcome<{ isChanged: boolean }>;
type Results = Map<string, TrashedFolder>;

/**
 * Moves a batch of folders with everything in them to the trash, from where each comes back as a whole: first the
 * folders' own rows, so that they are gone for everybody, then what lies in them. Refused while a document in it is
 * being edited; where somebody begins to while it goes, the folder comes back.
 * @param input.folderIds at most {@link batchSize}
 * @param input.begun those whose own rows an earlier call has changed: with them it goes on
 * @returns by id; refused with `not-found` (also for a root folder) or `being-edited`
 */
export async function* trashFolders(
  actor: Actor,
  input: { folderIds: readonly string[]; begun?: ReadonlySet<string> },
  steps: FolderSteps<TrashedFolder> = {},
): Steps<Results> {
  const { first } = steps;
  const started = await start(actor, input, steps);
  yield started.changed;
  const { results, roots } = started;
  if (roots.length === 0) return results;
  const edited = yield* trashContents(roots, { first });
  if (edited.size > 0) {
    const items = [...edited.keys()].map((folderId) => ({ folderId, onClash: 'keep-both' as const }));
    yield* untrashFolders(actor, { items, isAsBefore: true }, { first });
  }
  const ends: Results = new Map(
    roots.map((id): [string, TrashedFolder] => {
      const document = edited.get(id);
      return [id, document ? { ok: false, error: beingEdited(document) } : { ok: true, isChanged: true }];
    }),
  );
  await inBatch({ first, last: steps.last }, async () => ends);
  return new Map([...results, ...ends]);
}

type Started = { results: Results; roots: string[]; changed: number };

/** Changes the folders' own rows. @returns those in which something may be left to do, and what became of the others */
function start(
  actor: Actor,
  { folderIds, begun = new Set() }: { folderIds: readonly string[]; begun?: ReadonlySet<string> },
  steps: FolderSteps<TrashedFolder>,
): Promise<Started> {
  const last = async (tx: Tx, { results, roots }: Started) => {
    await steps.begun?.(tx, roots);
    await steps.last?.(tx, results);
  };
  return inBatch({ first: steps.first, last }, async (tx) => {
    const now = new Date();
    const results: Results = new Map();
    const roots: string[] = [];
    const live: FolderRow[] = [];
    const rows = await grantedFolders(tx, actor, folderIds, 'trash');
    for (const id of new Set(folderIds)) {
      const row = rows.get(id);
      if (!row) results.set(id, { ok: false, error: rows.refusal(id) });
      else if (!row.trashedAt) live.push(row);
      else if (begun.has(id)) roots.push(id);
      else results.set(id, { ok: true, isChanged: false });
    }
    const edited = await editedBelow(
      tx,
      live.map(({ id }) => id),
      now,
    );
    for (const [id, document] of edited) results.set(id, { ok: false, error: beingEdited(document) });
    const free = live.filter(({ id }) => !edited.has(id));
    const gone = await setTrashed(tx, free, now);
    // Somebody else moved it to the trash or out of it since it was read.
    for (const { id } of free) if (!gone.includes(id)) results.set(id, { ok: true, isChanged: false });
    await recordEvents(
      tx,
      free
        .filter(({ id }) => gone.includes(id))
        .map(({ id, name }) => ({
          ...{ action: 'folder.trash', outcome: 'done', actor, detail: { folderId: id, name } },
        })),
    );
    return { results, roots: [...roots, ...gone], changed: gone.length };
  });
}

/** Only the folder itself gives its name free: nothing can be put beside what lies in it. */
async function setTrashed(tx: Tx, folders: readonly FolderRow[], now: Date): Promise<string[]> {
  const rows = await tx.folder.updateManyAndReturn({
    where: { id: { in: folders.map(({ id }) => id) }, trashedAt: null },
    data: { trashedAt: now, changedAt: now, liveName: null, trashedWithId: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
