import type { Tx } from '@/lib/db/db';
import { inBatch } from '@/lib/db/in-batch';
import { AppError, isAppError } from '@/lib/errors';
import { freeNames } from '@/lib/names/free-names';
import { newId } from '@/lib/shared/new-id';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';
import { copyContents } from './copy-contents';
import { deepest, tooDeep } from './create-folder';
import { folderHeights } from './folder-heights';
import type { Steps } from './folder-steps';
import { foldersAbove } from './folders-above';
import { grantedFolders } from './granted-folders';
import { holdFolder } from './hold-folder';
import { insertFolders } from './insert-folders';
import { noFolder, requireFolder } from './require-folder';

/** The copy's own id and name. */
export type CopiedFolder = Outcome<{ id: string; name: string }>;
type Wish = { folderId: string; parentId: string; onClash: 'refuse' | 'keep-both' };
type Made = { id: string; name: string };

/** As {@link FolderSteps}: `begun` in the transaction that made the copy's own row, `last` when it is whole. */
export type CopySteps = {
  first?: ((tx: Tx) => Promise<unknown>) | undefined;
  begun?: ((tx: Tx, madeId: string) => Promise<unknown>) | undefined;
  last?: ((tx: Tx, result: CopiedFolder) => Promise<unknown>) | undefined;
};

/**
 * Copies a folder with everything in it into another: first its own row, then what lies in it, in many transactions.
 * What is added to it meanwhile may be left out.
 * @param input.madeId the copy that an earlier call has begun: it goes on with that
 * @returns refused with `not-found`, `invalid-request` (into itself, or too deep), `name-taken`, or with the first
 *   refusal of something in it; the copy then has everything else
 */
export async function* copyFolderSteps(
  actor: Actor,
  input: Wish & { madeId?: string | null },
  steps: CopySteps = {},
): Steps<CopiedFolder> {
  const { first } = steps;
  let result: CopiedFolder;
  try {
    const made = input.madeId ? await findMade(actor, input.madeId) : await start(actor, input, steps);
    yield input.madeId ? 0 : 1;
    const refusal = yield* copyContents(actor, { from: input.folderId, to: made.id }, { first });
    result = refusal ? { ok: false, error: refusal } : { ok: true, ...made };
  } catch (error) {
    if (!isAppError(error)) throw error;
    result = { ok: false, error };
  }
  return inBatch({ first, last: steps.last }, async () => result);
}

async function findMade(actor: Actor, madeId: string): Promise<Made> {
  const { id, name } = await requireFolder(actor, madeId, 'add');
  return { id, name };
}

async function start(actor: Actor, { folderId, parentId, onClash }: Wish, steps: CopySteps): Promise<Made> {
  const folder = await requireFolder(actor, folderId, 'read');
  const id = newId();
  const last = (tx: Tx) => steps.begun?.(tx, id) ?? Promise.resolve();
  return inBatch({ first: steps.first, last }, async (tx) => {
    const parent = (await grantedFolders(tx, actor, [parentId], 'add')).get(parentId);
    if (!parent) throw noFolder();
    await holdFolder(tx, parentId, new Date());
    const above = await foldersAbove(tx, parent.id);
    if (above.includes(folder.id)) {
      throw new AppError('invalid-request', `“${folder.name}” cannot be copied into itself.`, {
        reason: 'into-itself',
        name: folder.name,
      });
    }
    const heights = await folderHeights(tx, [folder.id]);
    if (above.length + (heights.get(folder.id) ?? 1) > deepest) throw tooDeep();
    const wish = { name: folder.name, isFixed: onClash === 'refuse' };
    const [name] = await freeNames(tx, { among: 'folders', folderId: parent.id }, [wish]);
    if (!name) {
      throw new AppError('name-taken', `There is a folder called “${folder.name}” already.`, { name: folder.name });
    }
    await insertFolders(tx, actor, [{ id, parentId: parent.id, ownerId: parent.ownerId, name }]);
    return { id, name };
  });
}
