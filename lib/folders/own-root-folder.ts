import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';

/**
 * The person's own root folder ("My documents"), which was made with the account.
 * @throws AppError `not-found` when the account has vanished
 */
export async function ownRootFolder(actor: Actor): Promise<{ id: string; name: string }> {
  const folder = await db().folder.findUnique({ where: { rootOfId: actor.userId }, select: { id: true, name: true } });
  if (!folder)
    throw new AppError('not-found', 'Your folder does not exist any more. Sign in again.', { reason: 'no-folder' });
  return folder;
}
