import { db } from '@/lib/db/db';
import { actorOf } from '@/lib/users/actor';
import { emptyTrash } from './empty-trash';
import { freeLostFolders } from './free-lost-folders';

/** How long things stay in the trash: 30 days, in milliseconds. */
export const keptMs = 30 * 24 * 60 * 60_000;

/** Deletes for ever what has been in anybody's trash for 30 days. Run at start and now and then; more often does no harm. */
export async function purgeTrash(now: Date): Promise<{ deleted: number }> {
  await freeLostFolders();
  const before = new Date(now.getTime() - keptMs);
  const old = { trashedAt: { lt: before }, trashedWithId: null };
  const owners = await db().user.findMany({
    where: { OR: [{ documents: { some: old } }, { folders: { some: old } }] },
  });
  let deleted = 0;
  for (const owner of owners) {
    const actor = actorOf(owner, { ceiling: 'edit', address: null, sessionId: null });
    deleted += (await emptyTrash(actor, { before })).deleted;
  }
  return { deleted };
}
