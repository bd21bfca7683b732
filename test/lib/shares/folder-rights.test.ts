import { expect, test } from 'vitest';
import { folderRightsFor } from '@/lib/shares/folder-rights';
import type { Actor } from '@/lib/users/actor';

const actor = (userId: string, ceiling: 'edit' | 'view'): Actor => ({
  ...{ userId, ceiling, name: userId, email: `${userId}@example.com`, isAdmin: false },
  ...{ locale: null, address: null, sessionId: null },
});
const nothing = { read: false, add: false, rename: false, trash: false };
const folder = { ownerId: 'anna', rootOfId: null, trashedAt: null };
const root = { ...folder, rootOfId: 'anna' };
const trashed = { ...folder, trashedAt: new Date() };

test.each([
  ['its owner everything', actor('anna', 'edit'), folder, { read: true, add: true, rename: true, trash: true }],
  ['its owner with a token for viewing only reading', actor('anna', 'view'), folder, { ...nothing, read: true }],
  ['another nothing', actor('ben', 'edit'), folder, nothing],
  ['an administrator no more', { ...actor('ben', 'edit'), isAdmin: true }, folder, nothing],
  [
    'the owner of a root folder no renaming or deleting',
    actor('anna', 'edit'),
    root,
    { ...nothing, read: true, add: true },
  ],
  ['its owner, when it is in the trash, to take it out', actor('anna', 'edit'), trashed, { ...nothing, trash: true }],
  ['a token for viewing, when it is in the trash, nothing', actor('anna', 'view'), trashed, nothing],
])('a folder allows %s', (_, who, which, rights) => {
  expect(folderRightsFor(who, which)).toEqual(rights);
});
