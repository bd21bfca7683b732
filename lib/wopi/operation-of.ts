import { AppError } from '@/lib/errors';
import { addActivities } from './operations/add-activities';
import { checkContainerInfo } from './operations/check-container-info';
import { checkEcosystem } from './operations/check-ecosystem';
import { checkFileInfo } from './operations/check-file-info';
import { checkVersionInfo } from './operations/check-version-info';
import { createChildContainer } from './operations/create-child-container';
import { createChildFile } from './operations/create-child-file';
import { deleteContainer } from './operations/delete-container';
import { deleteFile } from './operations/delete-file';
import { enumerateAncestors, enumerateContainerAncestors } from './operations/enumerate-ancestors';
import { enumerateChildren } from './operations/enumerate-children';
import { getEcosystem } from './operations/get-ecosystem';
import { getFile, getVersion } from './operations/get-file';
import { getFileWopiSrc } from './operations/get-file-wopi-src';
import { getLock } from './operations/get-lock';
import { getRootContainer } from './operations/get-root-container';
import { getContainerShareUrl, getShareUrl } from './operations/get-share-url';
import { lock } from './operations/lock';
import { putFile } from './operations/put-file';
import { putRelativeFile } from './operations/put-relative-file';
import { putUserInfo } from './operations/put-user-info';
import { refreshLock } from './operations/refresh-lock';
import { renameContainer } from './operations/rename-container';
import { renameFile } from './operations/rename-file';
import { unlock } from './operations/unlock';
import type { WopiRoute } from './route-of';
import type { Admitted, ContainerOperation, EcosystemOperation, Operation, VersionOperation } from './wopi-request';

type Named<Run> = { name: string; run: Run; needsContainers?: boolean };

/** By what stands below the resource, and for POST by X-WOPI-Override. Anything else is answered 501. */
type Operations<Run> = {
  /** GET never changes anything, whatever X-WOPI-Override says */
  reads: Readonly<Record<string, Named<Run>>>;
  overrides: Readonly<Record<string, Readonly<Record<string, Named<Run>>>>>;
};

const onFile: Operations<Operation> = {
  reads: {
    '': { name: 'CheckFileInfo', run: checkFileInfo },
    '/contents': { name: 'GetFile', run: getFile },
    '/ancestry': { name: 'EnumerateAncestors', run: enumerateAncestors, needsContainers: true },
    '/ecosystem_pointer': { name: 'GetEcosystem', run: getEcosystem, needsContainers: true },
  },
  overrides: {
    '': {
      LOCK: { name: 'Lock', run: lock },
      REFRESH_LOCK: { name: 'RefreshLock', run: refreshLock },
      UNLOCK: { name: 'Unlock', run: unlock },
      GET_LOCK: { name: 'GetLock', run: getLock },
      PUT_RELATIVE: { name: 'PutRelativeFile', run: putRelativeFile },
      RENAME_FILE: { name: 'RenameFile', run: renameFile },
      DELETE: { name: 'DeleteFile', run: deleteFile },
      GET_SHARE_URL: { name: 'GetShareUrl', run: getShareUrl },
      PUT_USER_INFO: { name: 'PutUserInfo', run: putUserInfo },
      ADD_ACTIVITIES: { name: 'AddActivities', run: addActivities },
    },
    '/contents': { PUT: { name: 'PutFile', run: putFile } },
  },
};

const onVersion: Readonly<Record<string, VersionOperation>> = {
  CheckFileInfo: checkVersionInfo,
  GetFile: getVersion,
};

const onContainer: Operations<ContainerOperation> = {
  reads: {
    '': { name: 'CheckContainerInfo', run: checkContainerInfo },
    '/children': { name: 'EnumerateChildren', run: enumerateChildren },
    '/ancestry': { name: 'EnumerateAncestors', run: enumerateContainerAncestors },
    '/ecosystem_pointer': { name: 'GetEcosystem', run: getEcosystem },
  },
  overrides: {
    '': {
      CREATE_CHILD_FILE: { name: 'CreateChildFile', run: createChildFile },
      CREATE_CHILD_CONTAINER: { name: 'CreateChildContainer', run: createChildContainer },
      DELETE_CONTAINER: { name: 'DeleteContainer', run: deleteContainer },
      RENAME_CONTAINER: { name: 'RenameContainer', run: renameContainer },
      GET_SHARE_URL: { name: 'GetShareUrl', run: getContainerShareUrl },
    },
  },
};

const onEcosystem: Operations<EcosystemOperation> = {
  reads: {
    '': { name: 'CheckEcosystem', run: checkEcosystem },
    '/root_container_pointer': { name: 'GetRootContainer', run: getRootContainer },
  },
  overrides: {
    '': { GET_WOPI_SRC_WITH_ACCESS_TOKEN: { name: 'GetFileWopiSrc', run: getFileWopiSrc } },
  },
};

/**
 * The operation that a request asks for, by method, resource and X-WOPI-Override (compared exactly).
 * @returns null for what is not known; `needsContainers` for what belongs to folders and the ecosystem
 */
export function operationOf(
  { resource, below }: WopiRoute,
  method: string,
  override: string | null,
): { name: string; needsContainers: boolean; run: EcosystemOperation } | null {
  const ask = { below, method, override };
  if (resource.kind === 'file') {
    const found = look(onFile, ask);
    if (!found) return null;
    const { name, needsContainers = false } = found;
    return { name, needsContainers, run: (admitted: Admitted) => runOnFile(admitted, found) };
  }
  if (resource.kind === 'ecosystem') {
    const found = look(onEcosystem, ask);
    return found && { ...found, needsContainers: true };
  }
  const { folderId } = resource;
  const found = look(onContainer, ask);
  if (!found) return null;
  return { name: found.name, needsContainers: true, run: (admitted: Admitted) => found.run({ ...admitted, folderId }) };
}

/** A token of an earlier version opens that version only: it can be shown and nothing else. */
async function runOnFile(admitted: Admitted, { name, run }: Named<Operation>): Promise<Response> {
  const { resource } = admitted.token;
  if (resource.kind === 'file') return run({ ...admitted, documentId: resource.documentId });
  const showing = resource.kind === 'version' ? onVersion[name] : undefined;
  if (resource.kind === 'version' && showing) return showing({ ...admitted, ...resource });
  // UserCanNotWriteRelative is true: then PUT_RELATIVE answers 501 (§3.9).
  if (name === 'PutRelativeFile') throw new AppError('not-implemented', 'Copies of it are made in the portal.');
  throw new AppError('not-found', 'An earlier version can only be viewed.');
}

function look<Run>(
  operations: Operations<Run>,
  { below, method, override }: { below: string; method: string; override: string | null },
): Named<Run> | null {
  if (method === 'GET') return operations.reads[below] ?? null;
  const known = operations.overrides[below];
  if (method !== 'POST' || override === null || !known || !Object.hasOwn(known, override)) return null;
  return known[override] ?? null;
}
