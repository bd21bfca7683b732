import { at, type BrokenRule, info, without } from './break-kinds';

export const breaksOfReading: BrokenRule[] = [
  [
    'CheckFileInfo with null',
    info((value) => ({ ...value, SupportsLocks: null })),
    { group: 'Reading', test: 'Properties', says: 'SupportsLocks is null' },
  ],
  [
    'a size as text',
    info((value) => ({ ...value, Size: '7' })),
    { group: 'Reading', test: 'Properties', says: 'Size is "7", not a whole number' },
  ],
  [
    'a boolean as text',
    info((value) => ({ ...value, UserCanWrite: 'true' })),
    { group: 'Reading', test: 'Properties', says: 'UserCanWrite is not a boolean' },
  ],
  [
    'no Version',
    info(({ Version: _, ...value }) => value),
    { group: 'Reading', test: 'Properties', says: 'Version is missing' },
  ],
  [
    'a relative URL',
    info((value) => ({ ...value, CloseUrl: '/documents' })),
    { group: 'Reading', test: 'Properties', says: 'CloseUrl is "/documents", not an absolute URL' },
  ],
  [
    'another length of names',
    info((value) => ({ ...value, FileNameMaxLength: 12 })),
    { group: 'Reading', test: 'Properties', says: 'FileNameMaxLength is 12, expected "250"' },
  ],
  [
    'a property that must be empty',
    info((value) => ({ ...value, TenantId: 'x' })),
    { group: 'Reading', test: 'Properties', says: 'TenantId is "x", expected ""' },
  ],
  [
    'a page of somebody else',
    info((value) => ({ ...value, HostViewUrl: 'https://word.office.com/' })),
    { group: 'Reading', test: 'Properties', says: 'which matches' },
  ],
  [
    'share types without ReadOnly',
    info((value) => ({ ...value, SupportedShareUrlTypes: ['ReadWrite'] })),
    { group: 'Reading', test: 'Properties', says: 'without readonly' },
  ],
  [
    'one property of the partner programme',
    info((value) => ({ ...value, SupportsCoauth: false })),
    { group: 'Reading', test: 'Properties', says: 'SupportsCoauth may not be there' },
  ],
  [
    'an answer that is no JSON',
    at(/files\/[^/]+$/, (answer) => ({ ...answer, body: Buffer.from('<html>') })),
    { group: 'Reading', test: 'Properties', says: 'the answer is no JSON' },
  ],
  [
    'an owner who changes',
    info((value) => ({ ...value, OwnerId: String(Math.random()) })),
    { group: 'Reading', test: 'Properties', says: 'OwnerId is' },
  ],
  [
    'other bytes',
    at(/contents$/, (answer) => ({ ...answer, body: Buffer.from('torn') })),
    { group: 'Reading', test: 'Content', says: 'the content is not that of Small (4 bytes)' },
  ],
  [
    'no X-WOPI-ItemVersion',
    at(/contents$/, without('x-wopi-itemversion')),
    { group: 'Reading', test: 'Content', says: 'the header X-WOPI-ItemVersion is missing' },
  ],
];
