import { maySaveCopy } from '@/lib/documents/may-save-copy';
import { type DocumentRow, requireDocument } from '@/lib/documents/require-document';
import { env } from '@/lib/env';
import { currentLock } from '@/lib/locks/lock-state';
import { avatarPath } from '@/lib/shared/avatar-path';
import { splitName } from '@/lib/shared/file-names';
import { rightsFor } from '@/lib/shares/can';
import { noteEditing } from '@/lib/tokens/note-editing';
import type { Actor } from '@/lib/users/actor';
import { readUserInfo } from '@/lib/users/read-user-info';
import { jsonAnswer } from '../answers';
import { hostEditUrl, hostViewUrl } from '../host-urls';
import { listPageOf } from '../list-page-of';
import { mayUseContainers } from '../may-use-containers';
import { isQuietView, quietRights } from '../quiet-view';
import { shareUrlTypes } from '../share-url-types';
import type { WopiRequest } from '../wopi-request';

/** WOPI CheckFileInfo (§3.1, §4): what the file is, and what this person may do with it now. */
export async function checkFileInfo(wopi: WopiRequest): Promise<Response> {
  const document = await requireDocument(wopi.actor, wopi.documentId, 'read');
  // Collabora takes the lock once for all who join; each of them asks this with a token of their own.
  if (rightsFor(wopi.actor, document).save && currentLock(document, new Date()) !== null) {
    await noteEditing(wopi.token, document.lockSession);
  }
  const onEditPage = rightsFor({ ...wopi.actor, ceiling: 'edit' }, document);
  const userInfo = await readUserInfo(wopi.actor);
  return jsonAnswer({
    ...aboutFile(document),
    ...aboutPerson(wopi.actor, document),
    ...(isQuietView(wopi) ? quietRights(onEditPage) : {}),
    ...(userInfo === null ? {} : { UserInfo: userInfo }),
    ...aboutHost(wopi, document, onEditPage.save),
    ...aboutPlace(await listPageOf(wopi.actor, document)),
  });
}

function aboutFile(document: DocumentRow) {
  return {
    BaseFileName: document.name,
    OwnerId: document.ownerId,
    Size: Number(document.size),
    Version: String(document.version),
    LastModifiedTime: document.modifiedAt.toISOString(),
    SHA256: document.sha256,
    // It must start with a period: ONLYOFFICE cuts the first character off blindly.
    ...(splitName(document.name).extension ? { FileExtension: splitName(document.name).extension } : {}),
    FileNameMaxLength: 250,
  };
}

function aboutPerson(actor: Actor, document: DocumentRow) {
  const rights = rightsFor(actor, document);
  return {
    UserId: actor.userId,
    UserFriendlyName: actor.name,
    IsAnonymousUser: false,
    IsEduUser: false,
    LicenseCheckForEditIsEnabled: false,
    ReadOnly: !rights.save,
    UserCanWrite: rights.edit,
    UserCanReview: rights.edit || rights.review,
    UserCanOnlyComment: rights.comment,
    UserCanRename: rights.rename,
    // Absent means forbidden to Collabora and allowed to the others, so it is always said.
    UserCanNotWriteRelative: !maySaveCopy(document),
    SupportsUserInfo: rights.save,
    // Collabora: the picture and the address beside a person's name.
    UserExtraInfo: {
      avatar: `${env().PUBLIC_URL}${avatarPath({ id: actor.userId, name: actor.name })}`,
      mail: actor.email,
    },
    // Collabora: no Save for whoever cannot save; Share posts UI_Share, and the panel answers it.
    HideSaveOption: !rights.save,
    EnableShare: true,
  };
}

/** @param couldSave whether the person could save on a page for editing */
function aboutHost(wopi: WopiRequest, document: DocumentRow, couldSave: boolean) {
  const hasContainers = mayUseContainers(wopi);
  const portal = env().PUBLIC_URL;
  return {
    SupportsLocks: true,
    SupportsGetLock: true,
    SupportsExtendedLockLength: true,
    SupportsUpdate: true,
    SupportsRename: true,
    SupportsDeleteFile: true,
    SupportsContainers: hasContainers,
    SupportsEcosystem: hasContainers,
    SupportsGetFileWopiSrc: hasContainers,
    SupportsAddActivities: true,
    SupportedShareUrlTypes: couldSave ? shareUrlTypes : ['ReadOnly'],
    HostViewUrl: hostViewUrl(document.id),
    ...(couldSave ? { HostEditUrl: hostEditUrl(document.id), EditModePostMessage: true } : {}),
    DownloadUrl: `${portal}/api/documents/${document.id}/content`,
    FileSharingUrl: `${hostViewUrl(document.id)}?panel=sharing`,
    FileVersionUrl: `${hostViewUrl(document.id)}?panel=versions`,
    BreadcrumbBrandName: 'Lectern',
    BreadcrumbBrandUrl: portal,
    BreadcrumbDocName: document.name,
    PostMessageOrigin: new URL(portal).origin,
    ClosePostMessage: true,
    EditNotificationPostMessage: true,
    FileSharingPostMessage: true,
    FileVersionPostMessage: true,
  };
}

/** Where the editor leads when it is closed: to the page that lists the document for this person. */
function aboutPlace(page: { title: string; path: string }) {
  const url = env().PUBLIC_URL + page.path;
  return { CloseUrl: url, BreadcrumbFolderName: page.title, BreadcrumbFolderUrl: url };
}
