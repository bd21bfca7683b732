import { beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { saveContent } from '@/lib/documents/save-content';
import { lockDocument } from '@/lib/locks/lock-document';
import { listVersions } from '@/lib/versions/list-versions';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

test('versions are listed with the current one first, who saved them and their size; strangers see none', async () => {
  const anna = await makePerson('Anna');
  const documentId = await makeDocument(anna, 'first');
  await lockDocument(anna, { documentId, lockId: 'A' });
  await saveContent(anna, {
    documentId,
    lockId: 'A',
    stored: await store('second words'),
    isAutosave: false,
    editors: [],
    expectedModifiedAt: null,
    signed: null,
  });
  const author = { id: anna.userId, name: 'Anna' };
  expect(await listVersions(anna, { documentId })).toMatchObject([
    { number: 2, author, size: 12 },
    { number: 1, author, size: 5 },
  ]);
  await expect(listVersions(await makePerson('Eve'), { documentId })).rejects.toMatchObject({ code: 'not-found' });
});
