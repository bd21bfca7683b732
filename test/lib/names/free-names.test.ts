import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { freeNames } from '@/lib/names/free-names';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';
import { sentStatements } from '../listings/sent-statements';

beforeAll(() => prepareDatabase({ guard: false }));

test('each gets its own name, or the first free one in its row; a fixed name that is taken gets none', async () => {
  const anna = await makePerson();
  const { id: folderId } = await ownRootFolder(anna);
  for (const name of ['Letter.docx', 'Letter (2).docx', 'Plan.docx']) await makeDocument(anna, 'x', name);
  const names = await freeNames(db(), { among: 'documents', folderId }, [
    { name: 'LETTER.docx', isFixed: false },
    { name: 'Letter.docx', isFixed: false },
    { name: 'letter.docx', isFixed: true },
    { name: 'plan.docx', isFixed: true },
    { name: 'New.docx', isFixed: true },
    { name: 'new.docx', isFixed: false },
  ]);
  expect(names).toEqual(['LETTER (1).docx', 'Letter (3).docx', null, null, 'New.docx', 'new (1).docx']);
});

test('folders and documents do not take each other’s names', async () => {
  const anna = await makePerson();
  const { id: folderId } = await ownRootFolder(anna);
  await makeDocument(anna, 'x', 'Plans');
  expect(await freeNames(db(), { among: 'folders', folderId }, [{ name: 'Plans', isFixed: true }])).toEqual(['Plans']);
});

test('a hundred of one name are told apart with a handful of statements', async () => {
  const anna = await makePerson();
  const { id: folderId } = await ownRootFolder(anna);
  for (let n = 0; n < 3; n += 1) await makeDocument(anna, 'x', 'Letter.docx');
  let names: (string | null)[] = [];
  const statements = await sentStatements(async () => {
    const wishes = Array.from({ length: 100 }, () => ({ name: 'Letter.docx', isFixed: false }));
    names = await freeNames(db(), { among: 'documents', folderId }, wishes);
  });
  expect(names).toEqual(Array.from({ length: 100 }, (_, n) => `Letter (${n + 3}).docx`));
  expect(statements.length).toBeLessThan(12);
});
