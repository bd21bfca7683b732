import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { insertDocument } from '@/lib/documents/insert-document';
import { saveContent } from '@/lib/documents/save-content';
import { withFreeName } from '@/lib/documents/with-free-name';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

test('an insert that was committed although its answer was lost is found again, not made twice', async () => {
  const anna = await makePerson();
  const folder = await ownRootFolder(anna);
  const stored = await store('words');
  const insert = (name: string) =>
    insertDocument(anna, {
      folderId: folder.id,
      ownerId: anna.userId,
      name,
      stored,
      origin: 'upload',
      copiedFromId: null,
      isConversion: false,
    });
  const first = await withFreeName({ among: 'documents', folderId: folder.id }, 'Letter.docx', insert);
  expect(await withFreeName({ among: 'documents', folderId: folder.id }, 'Letter.docx', insert)).toEqual(first);
  expect(await db().document.count({ where: { folderId: folder.id } })).toBe(1);
});

test('a save that was committed although its answer was lost is found again, not made twice', async () => {
  const anna = await makePerson();
  const documentId = await makeDocument(anna);
  await lockDocument(anna, { documentId, lockId: 'A' });
  const stored = await store('second words');
  const save = {
    documentId,
    lockId: 'A',
    stored,
    isAutosave: false,
    editors: [],
    expectedModifiedAt: null,
    signed: null,
  };
  const first = await saveContent(anna, save);
  expect(await saveContent(anna, save)).toEqual(first);
  expect(await db().version.count({ where: { documentId } })).toBe(2);
});
