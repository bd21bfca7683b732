import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';
import { ownRootFolder } from './own-root-folder';

/** Where a copy goes: the source's folder where the person may write, otherwise their own root folder. */
export async function folderForCopy(actor: Actor, source: { folderId: string }): Promise<string> {
  const folder = await db().folder.findUnique({ where: { id: source.folderId } });
  if (folder && folder.ownerId === actor.userId && folder.trashedAt === null) return folder.id;
  return (await ownRootFolder(actor)).id;
}
