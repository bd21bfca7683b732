import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { withFreeName } from '@/lib/documents/with-free-name';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { foldersAbove } from './folders-above';
import { holdFolder } from './hold-folder';
import { insertFolders } from './insert-folders';
import { requireFolder } from './require-folder';

/**
 * Folders in folders, counted from the root. Moves in a person's tree come one after the other and keep to it together.
 * Who makes, copies or restores a folder does not wait for them: one that meets a move of what it lies in may end
 * deeper. So whatever walks through folders goes on to the end of what there is, and never takes this for it.
 */
export const deepest = 100;

/**
 * Makes a folder inside another.
 * @param input.name a legal name
 * @param input.mode suggested: the name may get "(1)" until it is free; specific: exactly this name
 * @throws AppError `not-found`, `invalid-request` (too deep), `name-taken` (specific)
 */
export async function createFolder(
  actor: Actor,
  input: { parentId: string; name: string; mode: 'suggested' | 'specific' },
): Promise<{ id: string; name: string }> {
  const parent = await requireFolder(actor, input.parentId, 'add');
  const insert = (name: string) => insertFolder(actor, { parentId: parent.id, ownerId: parent.ownerId, name });
  if (input.mode === 'suggested') return withFreeName({ among: 'folders', folderId: parent.id }, input.name, insert);
  try {
    return await insert(input.name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('name-taken', `There is a folder called “${input.name}” already.`, { name: input.name });
  }
}

/** The refusal of a folder that would lie too deep. */
export function tooDeep(): AppError {
  const detail = { reason: 'too-deep', most: deepest } as const;
  return new AppError('invalid-request', `Folders can lie at most ${deepest} deep in each other.`, detail);
}

async function insertFolder(
  actor: Actor,
  input: { parentId: string; ownerId: string; name: string },
): Promise<{ id: string; name: string }> {
  const id = newId();
  await inTransaction(async (tx) => {
    await holdFolder(tx, input.parentId, new Date());
    if ((await foldersAbove(tx, input.parentId)).length >= deepest) throw tooDeep();
    await insertFolders(tx, actor, [{ id, ...input }]);
  });
  return { id, name: input.name };
}
