import { db } from '@/lib/db/db';
import type { Actor } from './actor';

/** Stores the opaque string of PutUserInfo for this person, at most 1024 ASCII characters. */
export async function saveUserInfo(actor: Actor, userInfo: string): Promise<void> {
  await db().user.updateMany({ where: { id: actor.userId }, data: { userInfo } });
}
