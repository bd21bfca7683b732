import { db } from '@/lib/db/db';
import type { Actor } from './actor';

/** The opaque string that a WOPI client stored for this person (PutUserInfo), or null. */
export async function readUserInfo(actor: Actor): Promise<string | null> {
  const user = await db().user.findUnique({ where: { id: actor.userId }, select: { userInfo: true } });
  return user?.userInfo ?? null;
}
