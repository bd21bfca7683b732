import { env } from '@/lib/env';
import { splitName, versionFileName } from '@/lib/shared/file-names';
import { requireVersion } from '@/lib/versions/require-version';
import { jsonAnswer } from '../answers';
import { hostVersionUrl } from '../host-urls';
import { listPageOf } from '../list-page-of';
import { isQuietView } from '../quiet-view';
import type { VersionRequest } from '../wopi-request';

/**
 * CheckFileInfo of an earlier version, which has a WOPISrc of its own: a file that can be read and nothing else.
 * Everything else about the document is asked of the document itself.
 */
export async function checkVersionInfo(wopi: VersionRequest): Promise<Response> {
  const { actor, documentId, versionId } = wopi;
  const isQuiet = isQuietView(wopi);
  const { document, version } = await requireVersion(actor, { documentId, id: versionId });
  const portal = env().PUBLIC_URL;
  const { extension } = splitName(document.name);
  return jsonAnswer({
    BaseFileName: versionFileName(document.name, version.number),
    OwnerId: document.ownerId,
    Size: Number(version.size),
    Version: String(version.number),
    LastModifiedTime: version.createdAt.toISOString(),
    SHA256: version.sha256,
    ...(extension ? { FileExtension: extension } : {}),
    UserId: actor.userId,
    UserFriendlyName: actor.name,
    IsAnonymousUser: false,
    ReadOnly: true,
    UserCanWrite: false,
    UserCanReview: isQuiet,
    UserCanOnlyComment: false,
    UserCanRename: false,
    UserCanNotWriteRelative: true,
    HideSaveOption: true,
    SupportsLocks: isQuiet,
    SupportsGetLock: false,
    SupportsUpdate: false,
    SupportsRename: false,
    SupportsDeleteFile: false,
    SupportsUserInfo: false,
    SupportsContainers: false,
    SupportsEcosystem: false,
    HostViewUrl: hostVersionUrl(document.id, version.number),
    CloseUrl: portal + (await listPageOf(actor, document)).path,
    DownloadUrl: `${portal}/api/documents/${document.id}/versions/${version.number}/content`,
    BreadcrumbBrandName: 'Lectern',
    BreadcrumbBrandUrl: portal,
    BreadcrumbDocName: versionFileName(document.name, version.number),
    PostMessageOrigin: new URL(portal).origin,
    ClosePostMessage: true,
    FileVersionUrl: `${hostVersionUrl(document.id, version.number)}&panel=versions`,
    FileVersionPostMessage: true,
  });
}
