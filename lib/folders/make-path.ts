import type { Actor } from '@/lib/users/actor';
import { makePaths } from './make-paths';

/**
 * Makes the folders of one path below a folder, see {@link makePaths}.
 * @returns the innermost folder's id
 * @throws AppError `not-found`, `invalid-request` (too deep)
 */
export async function makePath(
  actor: Actor,
  { parentId, path }: { parentId: string; path: readonly string[] },
): Promise<{ id: string }> {
  const [id] = await makePaths(actor, { parentId, paths: [path] });
  return { id: id ?? parentId };
}
