import { inTransaction } from '@/lib/db/in-transaction';
import { isUniqueViolation } from '@/lib/db/is-unique-violation';
import { withFreeName } from '@/lib/documents/with-free-name';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { holdFolder } from './hold-folder';
import { insertFolders } from './insert-folders';
import { listAncestors } from './list-ancestors';
import { requireFolder } from './require-folder';

/** Folders in folders, counted from the root. */
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
  const { folders } = await listAncestors(actor, parent.id);
  if (folders.length >= deepest) throw tooDeep();
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
    await insertFolders(tx, actor, [{ id, ...input }]);
  });
  return { id, name: input.name };
}
