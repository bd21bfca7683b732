/** The types of CheckFileInfo's properties (§4): required ones first. Unknown properties are allowed. */
const required: Readonly<Record<string, 'text' | 'integer'>> = {
  BaseFileName: 'text',
  OwnerId: 'text',
  Size: 'integer',
  UserId: 'text',
  Version: 'text',
};

const booleans =
  /^(Supports(?!copy)|UserCan|Disable(?!d)|IsAnonymousUser$|IsEduUser$|LicenseCheckForEditIsEnabled$|ReadOnly$|RestrictedWebViewOnly$|WebEditingDisabled$|TemporarilyNotWritable$|Close(ButtonClosesWindow|PostMessage)$|ProtectInClient$|Allow)|PostMessage$/;
const urls = /(Url$|^PostMessageOrigin$)/;
const texts =
  /^(BreadcrumbBrandName|BreadcrumbDocName|BreadcrumbFolderName|FileExtension|UserFriendlyName|UserInfo|SHA256|UniqueContentId|TenantId|UserPrincipalName|HostNotes|HostAuthenticationId|PresenceProvider|PresenceUserId)$/;
const lists = /^(SupportedShareUrlTypes|CobaltCapabilities|WorkflowType)$/;
const integers = /^(FileNameMaxLength)$/;
const choices: Readonly<Record<string, readonly string[]>> = {
  CopyPasteRestrictions: ['BlockAll', 'CurrentDocumentOnly'],
  RequestedCallThrottling: ['Normal', 'Minor', 'Medium', 'Major', 'Critical'],
  ClientThrottlingProtection: ['MostProtected', 'Protected', 'Normal', 'LessProtected', 'LeastProtected'],
};

/** Only a host of the partner programme may have these, and then all of them. */
const notForUs = [
  ...['SupportsCoauth', 'SequenceNumber', 'OfficeCollaborationServiceEndpointUrl', 'RealTimeChannelEndpointUrl'],
  ...['AccessTokenExpiry', 'ServerTime', 'SharingStatus', 'FileGeoLocationCode'],
];

/** What is wrong with a CheckFileInfo answer by the types of its properties, a sentence each. */
export function checkFileInfoSchema(json: unknown): string[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return ['the answer is no JSON object'];
  const properties = Object.entries(json);
  const missing = Object.keys(required).filter((name) => !Object.hasOwn(json, name));
  const some = notForUs.filter((name) => Object.hasOwn(json, name));
  return [
    ...missing.map((name) => `${name} is missing`),
    ...(some.length > 0 && some.length < notForUs.length ? [`${some.join(', ')} may not be there`] : []),
    ...properties.flatMap(([name, value]) => problemWith(name, value) ?? []),
  ];
}

function problemWith(name: string, value: unknown): string | null {
  const wanted = typeWanted(name);
  if (value === null) return wanted === 'URL' ? null : `${name} is null`;
  const allowed = choices[name];
  if (allowed && !allowed.some((each) => each === value)) return `${name} is none of ${allowed.join(', ')}`;
  if (wanted === null || fits(wanted, value)) return null;
  return `${name} is not a ${wanted}`;
}

type Type = 'text' | 'integer' | 'boolean' | 'URL' | 'list' | 'time';

function typeWanted(name: string): Type | null {
  if (Object.hasOwn(required, name)) return required[name] ?? null;
  if (name === 'LastModifiedTime') return 'time';
  if (lists.test(name)) return 'list';
  if (integers.test(name)) return 'integer';
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
