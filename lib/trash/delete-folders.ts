import { recordEvents } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import { inBatch } from '@/lib/db/in-batch';
import { beingEdited } from '@/lib/documents/being-edited';
import type { AppError } from '@/lib/errors';
import type { FolderSteps, Steps } from '@/lib/folders/folder-steps';
import { grantedFolders } from '@/lib/folders/granted-folders';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { deleteContents, holdTrashed } from './delete-contents';
import { notInTrash } from './delete-documents';
import { trashContents } from './trash-contents';

type Results = Map<string, Outcome>;

/**
 * Deletes a batch of folders in the trash for ever with everything in them: their own rows last, so that what is left
 * of one can be found and deleted. What is taken out of the trash meanwhile keeps what it still has.
 * @param input.folderIds at most {@link batchSize}
 * @returns by id; refused with `not-found`, also when it was taken out of the trash meanwhile, or `being-edited`
 */
export async function* deleteFolders(
  actor: Actor,
  { folderIds }: { folderIds: readonly string[] },
  { first, begun, gone, last }: FolderSteps = {},
): Steps<Results> {
  let refusal = (_id: string): AppError | null => null;
  const roots = await inBatch({ first, last: begun }, async (tx) => {
    const rows = await grantedFolders(tx, actor, folderIds, 'trash');
    refusal = (id) => (rows.has(id) ? null : rows.refusal(id));
    return holdTrashed(tx, [...rows.keys()]);
  });
  yield 0;
  // A folder may still be on its way into the trash, and others put things into it.
  const edited = yield* trashContents(roots, { first });
  const going = roots.filter((id) => !edited.has(id));
  const documents = yield* deleteContents(going, { first, gone });
  return inBatch({ first, last }, async (tx) => {
    const deleted = new Set(await deleteRoots(tx, actor, going, documents));
    return new Map(
      folderIds.map((id): [string, Outcome] => {
        const document = edited.get(id);
        if (document) return [id, { ok: false, error: beingEdited(document) }];
        if (deleted.has(id)) return [id, { ok: true }];
        const error = refusal(id);
        return [id, error ? { ok: false, error } : notInTrash('folder')];
      }),
    );
  });
}

async function deleteRoots(
  tx: Tx,
  actor: Actor,
  folderIds: readonly string[],
  documents: ReadonlyMap<string, number>,
): Promise<string[]> {
  const held = await holdTrashed(tx, folderIds);
  const rows = await tx.folder.findMany({ where: { id: { in: held } }, select: { id: true, name: true } });
  await tx.folder.deleteMany({ where: { id: { in: held } } });
  await recordEvents(
    tx,
    rows.map(({ id, name }) => ({
      ...{ action: 'folder.delete', outcome: 'done', actor },
      detail: { folderId: id, name, documents: documents.get(id) ?? 0 },
    })),
  );
  return held;
}
