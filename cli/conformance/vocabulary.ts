// The elements of a case file that this tool knows, with the attributes that it heeds. Whatever is not here is
// reported by name: an attribute that is passed over in silence would make a case pass that asked for more.

const target = ['PutRelativeFileMode', 'OverwriteRelative'];

/** Requests. Each may have OverrideUrl beside these. */
export const requestAttributes = {
  CheckFileInfo: [],
  GetFile: ['Lock'],
  PutFile: ['Lock', 'ResourceId'],
  PutRelativeFile: ['Name', 'ResourceId', ...target],
  Lock: ['Lock'],
  Unlock: ['Lock'],
  RefreshLock: ['Lock'],
  UnlockAndRelock: ['OldLock', 'NewLock'],
  GetLock: ['Lock'],
  RenameFile: ['Name', 'Lock'],
  DeleteFile: [],
  GetShareUrl: ['UrlType'],
  AddActivities: [],
  PutUserInfo: [],
  EnumerateAncestors: [],
  GetEcosystem: [],
  CheckEcosystem: ['EcosystemUrl', 'WopiSrc'],
  GetRootContainer: ['EcosystemUrl', 'WopiSrc'],
  CheckContainerInfo: [],
  EnumerateChildren: ['FileExtensionFilterList'],
  CreateChildContainer: ['FolderName', ...target],
  CreateChildFile: ['Name', ...target],
  DeleteContainer: [],
  RenameContainer: ['Name'],
  GetFromFileUrl: [],
  GetRestrictedLink: ['RestrictedLink'],
  RevokeRestrictedLink: ['RestrictedLink'],
  ReadSecureStore: ['PerfTraceRequested'],
} as const satisfies Record<string, readonly string[]>;
export type RequestName = keyof typeof requestAttributes;

/** Validators. Each may have ValidationMessage, a text for people, beside these. */
export const validatorAttributes = {
  ResponseCodeValidator: ['ExpectedCode'],
  ResponseHeaderValidator: [
    ...['Header', 'ExpectedValue', 'ExpectedStateKey', 'IsRequired'],
    ...['ShouldMatch', 'IsUrl', 'IsExcluded'],
  ],
  LockMismatchValidator: ['ExpectedLock'],
  ResponseContentValidator: ['ExpectedResourceId', 'ExpectedDocumentId', 'ExpectedBodyContent'],
  JsonResponseContentValidator: ['ShouldExist'],
  JsonSchemaValidator: ['Schema'],
  And: [],
  Or: [],
} as const satisfies Record<string, readonly string[]>;
export type ValidatorName = keyof typeof validatorAttributes;

const expected = ['ExpectedValue', 'ExpectedStateKey'];

/** What a JsonResponseContentValidator looks at. Each has Name, and may have IsRequired. */
export const propertyAttributes = {
  BooleanProperty: expected,
  IntegerProperty: expected,
  LongProperty: expected,
  StringProperty: [...expected, 'EndsWith', 'ShouldMatch', 'IgnoreCase'],
  FileNameProperty: [...expected, 'IgnoreCase'],
  StringRegexProperty: ['ExpectedValue', 'ShouldMatch', 'IgnoreCase'],
  AbsoluteUrlProperty: ['MustIncludeAccessToken'],
  ArrayProperty: [...expected, 'ContainsValue'],
} as const satisfies Record<string, readonly string[]>;
export type PropertyName = keyof typeof propertyAttributes;

const others = {
  Mutators: [],
  AccessToken: ['Mutation'],
  ProofKey: ['MutateCurrent', 'MutateOld', 'KeyRelation', 'Timestamp'],
  SaveState: [],
  State: ['Name', 'Source', 'SourceType'],
  Validators: [],
  RequestBody: [],
  RequestBodyJson: [],
} as const satisfies Record<string, readonly string[]>;

export function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requestAttributes, name);
}

export function isValidator(name: string): name is ValidatorName {
  return Object.hasOwn(validatorAttributes, name);
}

export function isProperty(name: string): name is PropertyName {
  return Object.hasOwn(propertyAttributes, name);
}

/** The attributes that an element may have; null for an element that is not known. */
export function attributesOf(name: string): readonly string[] | null {
  if (isRequest(name)) return ['OverrideUrl', ...requestAttributes[name]];
  if (isValidator(name)) return ['ValidationMessage', ...validatorAttributes[name]];
  if (isProperty(name)) return ['Name', 'IsRequired', ...propertyAttributes[name]];
  return new Map<string, readonly string[]>(Object.entries(others)).get(name) ?? null;
}
