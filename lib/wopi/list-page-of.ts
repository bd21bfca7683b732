import { db } from '@/lib/db/db';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { pickLocale } from '@/lib/shared/messages/pick-locale';
import type { Actor } from '@/lib/users/actor';
import { folderPath } from './host-urls';

/**
 * The page on which a person finds a document: that of its folder, or of what is shared with them. The folder
 * of another is never told.
 * @returns its title in the language that the person chose, and its path in the portal
 */
export async function listPageOf(
  actor: Actor,
  document: { ownerId: string; folderId: string },
): Promise<{ title: string; path: string }> {
  const words = messagesFor(pickLocale({ person: actor.locale, cookie: null, acceptLanguage: null }));
  if (document.ownerId !== actor.userId) return { title: words.portal.places.shared, path: '/shared' };
  const folder = await db().folder.findUnique({
    where: { id: document.folderId, ownerId: actor.userId },
    select: { id: true, name: true, rootOfId: true },
  });
  if (!folder || folder.rootOfId !== null) return { title: words.documents.title, path: '/documents' };
  return { title: folder.name, path: folderPath(folder) };
}
