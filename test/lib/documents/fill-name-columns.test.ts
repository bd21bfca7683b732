import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { fillNameColumns } from '@/lib/documents/fill-name-columns';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

test('rows of an older version get the columns that follow from their names, and others stay as they are', async () => {
  const anna = await makePerson();
  const old = await makeDocument(anna, 'x', 'Résumé 2.xlsx');
  const fresh = await makeDocument(anna, 'x', 'Fresh.docx');
  const unfilled = { sortName: '', searchName: '' };
  await db().document.update({ where: { id: old }, data: { ...unfilled, kind: 'other' } });
  await db().folder.updateMany({ where: { ownerId: anna.userId }, data: unfilled });
  await db().document.update({ where: { id: fresh }, data: { sortName: 'mine' } });
  await fillNameColumns();
  const row = await db().document.findUniqueOrThrow({ where: { id: old } });
  expect(row).toMatchObject({ searchName: 'resume 2.xlsx', kind: 'sheet' });
  expect(row.sortName).toContain('resume');
  const root = await db().folder.findUniqueOrThrow({ where: { id: (await ownRootFolder(anna)).id } });
  expect(root.searchName).toBe('my documents');
  expect((await db().document.findUniqueOrThrow({ where: { id: fresh } })).sortName).toBe('mine');
});
