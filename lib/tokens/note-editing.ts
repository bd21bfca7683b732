import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import type { FoundToken } from './find-token';
import { ownRow } from './own-row';

/**
 * Notes in which lock session a token is used to edit, once a session: so lists know everybody who edits, where
 * all share one lock and the document's row names the last who took it.
 *
 * ONLYOFFICE sends CheckFileInfo and Lock with each joiner's own token, and refreshes the lock with one of them;
 * nobody says who has left while others stay. So it means: has opened it for editing since this lock began.
 * It is a courtesy, and its failure never a request's.
 * @param lockSession null when the token turned out not to edit
 */
export async function noteEditing(token: FoundToken, lockSession: string | null): Promise<void> {
  if (token.actor.ceiling !== 'edit' || token.lockSession === lockSession) return;
  try {
    const id = await ownRow(token);
    await db().accessToken.updateMany({ where: { id, revokedAt: null }, data: { lockSession } });
  } catch (error) {
    logger().error({ err: error }, 'who edits could not be noted');
  }
}
