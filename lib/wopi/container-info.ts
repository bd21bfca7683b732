import type { FolderRow } from '@/lib/folders/require-folder';
import { folderRightsFor } from '@/lib/shares/folder-rights';
import type { Actor } from '@/lib/users/actor';
import { folderPageUrl } from './host-urls';
import { shareUrlTypes } from './share-url-types';

/** CheckContainerInfo's answer (§3.16): the container, and what this person may do with it now. */
export function containerInfo(actor: Actor, folder: FolderRow) {
  const rights = folderRightsFor(actor, folder);
  return {
    Name: folder.name,
    HostUrl: folderPageUrl(folder),
    SupportedShareUrlTypes: rights.add ? shareUrlTypes : ['ReadOnly'],
    UserCanCreateChildContainer: rights.add,
    UserCanCreateChildFile: rights.add,
    UserCanDelete: rights.trash,
    UserCanRename: rights.rename,
    // As CheckFileInfo says of the same person.
    IsAnonymousUser: false,
    IsEduUser: false,
    LicenseCheckForEditIsEnabled: false,
  };
}
