import { at, type BrokenRule, instead, json, on, status, without } from './break-kinds';

export const breaksOfChanging: BrokenRule[] = [
  [
    'a lock told where none belongs',
    on('REFRESH_LOCK', (answer) => ({ ...answer, headers: { ...answer.headers, 'x-wopi-lock': 'x' } })),
    { group: 'Locks', test: 'Sequence', says: 'the header X-WOPI-Lock is there' },
  ],
  [
    '409 without X-WOPI-Lock',
    on('UNLOCK', without('x-wopi-lock')),
    { group: 'Locks', test: 'Mismatch', says: 'the header X-WOPI-Lock is missing' },
  ],
  [
    '409 with another lock',
    on('UNLOCK', (answer) => ({ ...answer, headers: { ...answer.headers, 'x-wopi-lock': 'mine' } })),
    { group: 'Locks', test: 'Mismatch', says: 'the header X-WOPI-Lock is "mine", expected "L"' },
  ],
  [
    'a save under a wrong lock',
    (answer, { override }) => (override === 'PUT' && answer.status === 409 ? { ...answer, status: 200 } : answer),
    { group: 'Locks', test: 'Mismatch', says: 'PutFile: the status is 200, expected 409' },
  ],
  [
    'RefreshLock not supported',
    on('REFRESH_LOCK', status(501)),
    { group: 'Locks', test: 'Sequence', says: 'RefreshLock: the status is 501' },
  ],
  [
    'GetLock that says nothing',
    on('GET_LOCK', (answer) => ({ ...answer, headers: { ...answer.headers, 'x-wopi-lock': '' } })),
    { group: 'Locks', test: 'Sequence', says: 'GetLock: the header X-WOPI-Lock is ""' },
  ],
  [
    'UnlockAndRelock refused',
    on('LOCK', status(409)),
    { group: 'Locks', test: 'Sequence', says: 'Lock: the status is 409' },
  ],
  [
    'PutFile without a lock refused for an empty file',
    on('PUT', status(409)),
    { group: 'Locks', test: 'EmptyFile', says: 'PutFile: the status is 409' },
  ],
  [
    'a copy without a token',
    on('PUT_RELATIVE', (answer) => json(answer, (value) => ({ ...value, Url: String(value.Url).split('?')[0] }))),
    { group: 'Copies', test: 'Suggested', says: 'Url is a URL without access_token' },
  ],
  [
    'another name than the one asked for',
    on('RENAME_FILE', (answer) => json(answer, () => ({ Name: 'x' }))),
    { group: 'Copies', test: 'Suggested', says: 'RenameFile: Name is "x", expected "another name"' },
  ],
  [
    'a file that is there after DeleteFile',
    instead(404, 200),
    { group: 'Copies', test: 'Suggested', says: 'CheckFileInfo: the status is 200, expected 404' },
  ],
  [
    'both target headers accepted',
    instead(501, 200),
    {
      group: 'Copies',
      test: 'SpecificAndBoth',
      says: 'the status is 200, expected 400, or the status is 200, expected 501',
    },
  ],
  [
    'a name that is taken accepted',
    instead(409, 200),
    { group: 'Copies', test: 'SpecificAndBoth', says: 'the status is 200, expected 409' },
  ],
  [
    'ancestors without URLs',
    at(/ancestry$/, (answer) => json(answer, () => ({ AncestorsWithRootFirst: [] }))),
    { group: 'Containers', test: 'Tree', says: 'CheckContainerInfo: an earlier answer gave no URL' },
  ],
  [
    'children that are hidden',
    at(/children$/, (answer) => json(answer, (value) => ({ ...value, ChildFiles: [] }))),
    { group: 'Containers', test: 'Tree', says: 'ChildFiles[0].Name is missing' },
  ],
  [
    'a full container deleted',
    instead(409, 200),
    { group: 'Containers', test: 'Tree', says: 'DeleteContainer: the status is 200, expected 409' },
  ],
  [
    'RenameContainer refused',
    on('RENAME_CONTAINER', status(400)),
    { group: 'Containers', test: 'Tree', says: 'RenameContainer: the status is 400' },
  ],
  [
    'CreateChildFile refused',
    on('CREATE_CHILD_FILE', status(404)),
    { group: 'Containers', test: 'Tree', says: 'CreateChildFile: the status is 404' },
  ],
  [
    'no ecosystem',
    at(/ecosystem$/, status(404)),
    { group: 'Containers', test: 'Ecosystem', says: 'CheckEcosystem: the status is 404' },
  ],
  [
    'a root container without a token',
    at(/root_container_pointer$/, (answer) =>
      json(answer, () => ({ ContainerPointer: { Name: 'x', Url: 'https://a.example/x' } })),
    ),
    { group: 'Containers', test: 'Ecosystem', says: 'ContainerPointer.Url is a URL without access_token' },
  ],
  [
    'an activity that is refused',
    on('ADD_ACTIVITIES', (answer) => json(answer, () => ({ ActivityResponses: [{ Id: 'one', Status: 3 }] }))),
    { group: 'More', test: 'UserInfoAndActivities', says: 'ActivityResponses[0].Status is 3, expected "0"' },
  ],
  [
    'PutUserInfo refused',
    on('PUT_USER_INFO', status(400)),
    { group: 'More', test: 'UserInfoAndActivities', says: 'PutUserInfo: the status is 400' },
  ],
  [
    'an unknown share type accepted',
    on('GET_SHARE_URL', status(200)),
    { group: 'More', test: 'UserInfoAndActivities', says: 'GetShareUrl: the status is 200, expected 501' },
  ],
  [
    'what is not supported answered as an error',
    on('READ_SECURE_STORE', status(500)),
    { group: 'More', test: 'UserInfoAndActivities', says: 'ReadSecureStore: the status is 500, expected 501' },
  ],
  [
    'a wrong proof accepted',
    instead(500, 200),
    { group: 'Proofs', test: 'Wrong', says: 'the status is 200, expected 500' },
  ],
  [
    'an old proof accepted',
    instead(500, 200),
    { group: 'Proofs', test: 'Old', says: 'the status is 200, expected 500' },
  ],
  [
    'keys that were just exchanged refused',
    (answer) => ({ ...answer, status: 500 }),
    { group: 'Proofs', test: 'Rotation', says: 'the status is 500, expected 200' },
  ],
  [
    'an unknown token accepted',
    instead(401, 200),
    { group: 'Proofs', test: 'Token', says: 'the status is 200, expected 401' },
  ],
];
