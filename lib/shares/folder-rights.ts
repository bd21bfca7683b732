import type { Actor } from '@/lib/users/actor';

/** What a person may do with one folder now. */
export type FolderRights = {
  read: boolean;
  /** may put documents and folders into it */
  add: boolean;
  rename: boolean;
  trash: boolean;
};

/** The part of a folder's row that rights are read from. */
export type ProtectedFolder = { ownerId: string; rootOfId: string | null; trashedAt: Date | null };

/**
 * What the actor may do with a folder: everything with their own, nothing with another's, never more than
 * reading with a token for viewing. A person's root folder is neither renamed nor deleted; one in the trash
 * can only be taken out of it.
 */
export function folderRightsFor(actor: Actor, folder: ProtectedFolder): FolderRights {
  const isOwner = folder.ownerId === actor.userId;
  const mayChange = isOwner && actor.ceiling === 'edit';
  const isLive = folder.trashedAt === null;
  const isRoot = folder.rootOfId !== null;
  return {
    read: isOwner && isLive,
    add: mayChange && isLive,
    rename: mayChange && isLive && !isRoot,
    trash: mayChange && !isRoot,
  };
}
