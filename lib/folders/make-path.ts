import { db } from '@/lib/db/db';
import { isAppError } from '@/lib/errors';
import { foldName, makeNameLegal } from '@/lib/shared/file-names';
import type { Actor } from '@/lib/users/actor';
import { createFolder } from './create-folder';
import { requireFolder } from './require-folder';

/**
 * Makes the folders of a path below a folder, as far as they are not there: an upload of a folder adds to the
 * one that has its name. Whoever makes the same path at the same moment gets the same folders.
 * @param input.path names from the outside to the inside; repaired where they are not legal
 * @returns the innermost folder's id
 * @throws AppError `not-found`, `invalid-request` (too deep)
 */
export async function makePath(
  actor: Actor,
  input: { parentId: string; path: readonly string[] },
): Promise<{ id: string }> {
  let { id } = await requireFolder(actor, input.parentId, 'add');
  for (const part of input.path) id = (await makeOne(actor, id, makeNameLegal(part))).id;
  return { id };
}

async function makeOne(actor: Actor, parentId: string, name: string): Promise<{ id: string }> {
  for (;;) {
    const there = await db().folder.findUnique({
      where: { parentId_liveName: { parentId, liveName: foldName(name) } },
      select: { id: true },
    });
    if (there) return there;
    try {
      return await createFolder(actor, { parentId, name, mode: 'specific' });
    } catch (error) {
      if (!isAppError(error) || error.code !== 'name-taken') throw error;
    }
  }
}
