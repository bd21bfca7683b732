import { encodeUtf7 } from '@/lib/wopi/utf7';
import type { RequestName } from './vocabulary';

/** The attributes of a request in a case file, states put in. */
export type Given = Readonly<Record<string, string>>;

export type RequestKind = {
  method: 'GET' | 'POST';
  /** what stands behind the resource's URL */
  below?: string;
  override?: string;
  headers?: (given: Given) => [string, string][];
  /** where the body comes from */
  body?: 'resource' | 'request-body';
  /** never on the document that the run was started with: it would be gone */
  needsUrl?: boolean;
  /** the attribute that holds the URL, where it is another than OverrideUrl */
  urlFrom?: string;
  /** sent without token and proof, to the URL as it is */
  isPlain?: boolean;
  /** attributes of which nothing is sent: the lock of GetFile, a WOPISrc that no operation takes */
  unsent?: readonly string[];
};

const lock = (given: Given): [string, string][] => (given.Lock === undefined ? [] : [['X-WOPI-Lock', given.Lock]]);
const post = (override: string, headers?: (given: Given) => [string, string][]): RequestKind => ({
  method: 'POST',
  override,
  ...(headers ? { headers } : {}),
});

/** Suggested, specific (ExactName), or both at once (Conflicting), which a host must refuse. */
function target(given: Given): [string, string][] {
  const name = encodeUtf7(given.Name ?? given.FolderName ?? '');
  const mode = given.PutRelativeFileMode ?? 'Suggested';
  const overwrite = given.OverwriteRelative;
  return [
    ...(mode === 'ExactName' ? [] : ([['X-WOPI-SuggestedTarget', name]] as [string, string][])),
    ...(mode === 'Suggested' ? [] : ([['X-WOPI-RelativeTarget', name]] as [string, string][])),
    ...(overwrite === undefined
      ? []
      : ([['X-WOPI-OverwriteRelativeTarget', overwrite.toLowerCase() === 'true' ? 'True' : 'False']] as [
          string,
          string,
        ][])),
  ];
}

const link = (given: Given): [string, string][] => [['X-WOPI-RestrictedLink', given.RestrictedLink ?? '']];

/** The requests of a case file and what is sent for them. */
export const requestKinds: Readonly<Record<RequestName, RequestKind>> = {
  CheckFileInfo: { method: 'GET' },
  GetFile: { method: 'GET', below: '/contents', unsent: ['Lock'] },
  PutFile: { method: 'POST', below: '/contents', override: 'PUT', headers: lock, body: 'resource' },
  PutRelativeFile: { ...post('PUT_RELATIVE', target), body: 'resource' },
  Lock: post('LOCK', lock),
  Unlock: post('UNLOCK', lock),
  RefreshLock: post('REFRESH_LOCK', lock),
  UnlockAndRelock: post('LOCK', (given) => [
    ['X-WOPI-Lock', given.NewLock ?? ''],
    ['X-WOPI-OldLock', given.OldLock ?? ''],
  ]),
  GetLock: post('GET_LOCK', lock),
  RenameFile: post('RENAME_FILE', (given) => [
    ['X-WOPI-RequestedName', encodeUtf7(given.Name ?? '')],
    ['X-WOPI-Lock', given.Lock ?? ''],
  ]),
  DeleteFile: { ...post('DELETE'), needsUrl: true },
  GetShareUrl: post('GET_SHARE_URL', (given) =>
    given.UrlType === undefined ? [] : [['X-WOPI-UrlType', given.UrlType]],
  ),
  AddActivities: { ...post('ADD_ACTIVITIES'), body: 'request-body' },
  PutUserInfo: { ...post('PUT_USER_INFO'), body: 'request-body' },
  EnumerateAncestors: { method: 'GET', below: '/ancestry' },
  GetEcosystem: { method: 'GET', below: '/ecosystem_pointer' },
  CheckEcosystem: { method: 'GET', urlFrom: 'EcosystemUrl', unsent: ['WopiSrc'] },
  GetRootContainer: { method: 'GET', below: '/root_container_pointer', urlFrom: 'EcosystemUrl', unsent: ['WopiSrc'] },
  CheckContainerInfo: { method: 'GET' },
  EnumerateChildren: {
    method: 'GET',
    below: '/children',
    headers: (given) =>
      given.FileExtensionFilterList === undefined
        ? []
        : [['X-WOPI-FileExtensionFilterList', given.FileExtensionFilterList]],
  },
  CreateChildContainer: post('CREATE_CHILD_CONTAINER', target),
  CreateChildFile: post('CREATE_CHILD_FILE', target),
  DeleteContainer: { ...post('DELETE_CONTAINER'), needsUrl: true },
  RenameContainer: post('RENAME_CONTAINER', (given) => [['X-WOPI-RequestedName', encodeUtf7(given.Name ?? '')]]),
  GetFromFileUrl: { method: 'GET', isPlain: true, needsUrl: true },
  GetRestrictedLink: post('GET_RESTRICTED_LINK', link),
  RevokeRestrictedLink: post('REVOKE_RESTRICTED_LINK', link),
  ReadSecureStore: post('READ_SECURE_STORE', (given) => [
    ['X-WOPI-ApplicationId', 'conformance'],
    ['X-WOPI-PerfTraceRequested', given.PerfTraceRequested ?? 'false'],
  ]),
};
