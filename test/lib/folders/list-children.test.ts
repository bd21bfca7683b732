import { beforeAll, expect, test } from 'vitest';
import { pageSize } from '@/lib/db/all-pages';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { listChildren } from '@/lib/folders/list-children';
import { makePaths } from '@/lib/folders/make-paths';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { sentStatements } from '../listings/sent-statements';

beforeAll(() => prepareDatabase({ guard: false }));

test('everything in a large folder is listed by name, and no statement reads all of it', async () => {
  const anna = await makePerson();
  const { id: folderId } = await ownRootFolder(anna);
  const many = 2 * pageSize + 3;
  await makeDocuments(anna, folderId, many);
  const paths = Array.from({ length: pageSize }, (_, n) => [`Folder ${n}`]);
  await makePaths(anna, { parentId: folderId, paths });
  let children: Awaited<ReturnType<typeof listChildren>> | null = null;
  const statements = await sentStatements(async () => {
    children = await listChildren(anna, { folderId });
  });
  const { folders, documents } = children ?? { folders: [], documents: [] };
  expect([folders.length, documents.length]).toEqual([pageSize, many]);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(many);
  const inOrder = await db().document.findMany({
    where: { folderId },
    orderBy: { liveName: 'asc' },
    select: { id: true },
  });
  expect(documents.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  const reading = statements.filter((statement) => /FROM .*"(Document|Folder)"/.test(statement));
  expect(reading.filter((statement) => !/LIMIT/.test(statement))).toEqual([]);
});
