type Problems = (json: unknown) => string[];
type Type = 'text' | 'integer' | 'count' | 'boolean' | 'URL' | 'list' | 'time';

/** The types of CheckFileInfo's properties (§4): required ones first. Unknown properties are allowed. */
const required: Readonly<Record<string, Type>> = {
  BaseFileName: 'text',
  OwnerId: 'text',
  Size: 'integer',
  UserId: 'text',
  Version: 'text',
};

const booleans =
  /^(Supports(?!copy)|UserCan|Disable(?!d)|IsAnonymousUser$|IsEduUser$|IsYammerEnabled$|LicenseCheckForEditIsEnabled$|ReadOnly$|RestrictedWebViewOnly$|WebEditingDisabled$|TemporarilyNotWritable$|EditingCannotSave$|ProtectedFile$|Close(ButtonClosesWindow|PostMessage)$|ProtectInClient$|Allow)|PostMessage$/;
const urls = /(Url$|^PostMessageOrigin$|^EmbeddingPageOrigin$)/;
const texts =
  /^(Breadcrumb(Brand|Doc|Folder)Name|FileExtension|FileGeoLocationCode|UserFriendlyName|UserInfo|SHA256|UniqueContentId|TenantId|TimeZone|UserPrincipalName|Host(Notes|Name|AuthenticationId(Type)?)|PresenceProvider|PresenceUserId|ComplianceDomainPrefix|IrmPolicy(Description|Title)|AADUserObjectId|AppliedPolicyId|EmbeddingPageSessionInfo|LicensedOrganization|SafeLinksStatus)$/;
const lists = /^(SupportedShareUrlTypes|CobaltCapabilities|WorkflowType|EnabledApplicationFeatures)$/;
const counts = /^(SequenceNumber|AccessTokenExpiry|ServerTime)$/;
const choices: Readonly<Record<string, readonly string[]>> = {
  CopyPasteRestrictions: ['BlockAll', 'CurrentDocumentOnly'],
  RequestedCallThrottling: ['Unknown', 'Normal', 'Minor', 'Medium', 'Major', 'Critical'],
  ClientThrottlingProtection: ['MostProtected', 'Protected', 'Normal', 'LessProtected', 'LeastProtected'],
  SharingStatus: ['Private', 'Shared'],
};
const choicesInLists: Readonly<Record<string, readonly string[]>> = {
  SupportedShareUrlTypes: ['ReadOnly', 'ReadWrite'],
  CobaltCapabilities: ['DownloadStreaming'],
  WorkflowType: ['Assign', 'Submit'],
};

/** What hosts of the partner programme's co-authoring tell, all of it; nobody else may have any. */
const ofPartners = [
  ...['SupportsCoauth', 'SequenceNumber', 'OfficeCollaborationServiceEndpointUrl', 'RealTimeChannelEndpointUrl'],
  ...['AccessTokenExpiry', 'ServerTime', 'SharingStatus', 'FileGeoLocationCode'],
];

/** The schemas of CheckFileInfo by the names that case files use: what is wrong with an answer, a sentence each. */
export const checkFileInfoSchemas: Readonly<Record<string, Problems>> = {
  CheckFileInfoSchema: schema({ partners: 'all or none', isNullAllowed: (type) => type === 'URL' }),
  CsppCheckFileInfoSchema: schema({ partners: 'none', isNullAllowed: mayBeNull }),
  CsppPlusCheckFileInfoSchema: schema({ partners: 'all', isNullAllowed: mayBeNull }),
};

type Rules = { partners: 'all' | 'none' | 'all or none'; isNullAllowed: (type: Type | 'choice' | null) => boolean };

/** The newer schemas take null for what is left out, where it is neither required nor a number nor true or false. */
function mayBeNull(type: Type | 'choice' | null): boolean {
  return type !== 'boolean' && type !== 'integer' && type !== 'count';
}

function schema({ partners, isNullAllowed }: Rules): Problems {
  return (json) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return ['the answer is no JSON object'];
    const has = (name: string) => Object.hasOwn(json, name);
    const some = ofPartners.filter(has);
    const areAllWanted = partners === 'all' || (partners === 'all or none' && some.length === ofPartners.length);
    const missing = [...Object.keys(required), ...(areAllWanted ? ofPartners : [])].filter((name) => !has(name));
    return [
      ...missing.map((name) => `${name} is missing`),
      ...(some.length > 0 && !areAllWanted ? [`${some.join(', ')} may not be there`] : []),
      ...Object.entries(json).flatMap(([name, value]) => problemWith(name, value, isNullAllowed) ?? []),
    ];
  };
}

function problemWith(name: string, value: unknown, isNullAllowed: Rules['isNullAllowed']): string | null {
  const wanted = typeWanted(name);
  const allowed = choices[name];
  if (value === null) {
    const isFine = !Object.hasOwn(required, name) && isNullAllowed(allowed ? 'choice' : wanted);
    return isFine ? null : `${name} is null`;
  }
  if (allowed && value !== '' && !allowed.some((each) => each === value)) {
    return `${name} is none of ${allowed.join(', ')}`;
  }
  if (wanted !== null && !fits(wanted, value)) return `${name} is not a ${wanted}`;
  const items = choicesInLists[name];
  const isStrange = items && Array.isArray(value) && value.some((each) => !items.includes(String(each)));
  return isStrange ? `${name} has what is none of ${items.join(', ')}` : null;
}

function typeWanted(name: string): Type | null {
  if (Object.hasOwn(required, name)) return required[name] ?? null;
  if (name === 'LastModifiedTime') return 'time';
  if (name === 'FileNameMaxLength') return 'integer';
  if (counts.test(name)) return 'count';
  if (lists.test(name)) return 'list';
  if (booleans.test(name)) return 'boolean';
  if (urls.test(name)) return 'URL';
  return texts.test(name) ? 'text' : null;
}

function fits(type: Type, value: unknown): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'count':
      return Number.isInteger(value) && Number(value) >= 0;
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'URL':
      return typeof value === 'string' && (value === '' || URL.canParse(value));
    case 'time':
      return (
        typeof value === 'string' &&
        (value === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value))
      );
  }
}
