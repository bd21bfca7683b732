import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { batchSize } from '@/lib/db/in-batch';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createDocument } from '@/lib/documents/create-document';
import { copyFolderSteps } from '@/lib/folders/copy-folder-steps';
import { createFolder } from '@/lib/folders/create-folder';
import { allSteps } from '@/lib/folders/folder-steps';
import { makePaths } from '@/lib/folders/make-paths';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { deleteFolders } from '@/lib/trash/delete-folders';
import { trashFolder } from '@/lib/trash/trash-folder';
import { trashFolders } from '@/lib/trash/trash-folders';
import { untrashFolders } from '@/lib/trash/untrash-folders';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { bodyOf } from '../../streams';
import { sentStatements } from '../listings/sent-statements';
import { all, keepBoth, largeFolder, none, row, stopAfter } from './large-folder';

beforeAll(() => prepareDatabase({ guard: false }));

describe('a large folder', () => {
  test('goes to the trash, comes back and is deleted in transactions of bounded size', async () => {
    const anna = await makePerson();
    const { outer, count } = await largeFolder(anna);
    const folderIds = [outer.id];
    for (const [steps, after] of [
      [() => trashFolders(anna, { folderIds }), [none, all]],
      [() => untrashFolders(anna, keepBoth(outer.id)), [all, none]],
      [() => trashFolders(anna, { folderIds }), [none, all]],
      [() => deleteFolders(anna, { folderIds }), [none, none]],
    ] as const) {
      const sizes: number[] = [];
      const statements = await sentStatements(async () => {
        const walk = steps();
        for (let step = await walk.next(); !step.done; step = await walk.next()) sizes.push(step.value);
      });
      expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * batchSize);
      const transactions = statements.filter((statement) => /^COMMIT/i.test(statement)).length;
      expect(transactions).toBeGreaterThan(4);
      expect(transactions).toBeLessThan(60);
      expect([await count(false), await count(true)]).toEqual(after);
    }
  });

  test('whose way into the trash broke off is gone for everybody, and who goes on makes it whole', async () => {
    const anna = await makePerson();
    for (const steps of [1, 2, 4, 6]) {
      const { outer, count } = await largeFolder(anna);
      await stopAfter(trashFolders(anna, { folderIds: [outer.id] }), steps);
      expect(await row(outer.id)).toMatchObject({ trashedAt: expect.any(Date), liveName: null });
      expect((await count(false)).documents).toBeGreaterThan(0);
      await allSteps(trashFolders(anna, { folderIds: [outer.id], begun: new Set([outer.id]) }));
      expect(await count(false)).toEqual(none);
      await allSteps(deleteFolders(anna, { folderIds: [outer.id] }));
      expect(await count(true)).toEqual(none);
    }
  });

  test('whose way back broke off is there for everybody, its names are kept, and who goes on makes it whole', async () => {
    const anna = await makePerson();
    const { outer, count } = await largeFolder(anna);
    await trashFolder(anna, { folderId: outer.id });
    await stopAfter(untrashFolders(anna, keepBoth(outer.id)), 2);
    expect((await row(outer.id)).trashedAt).toBeNull();
    expect((await count(true)).documents).toBeGreaterThan(0);
    const waiting = await db().document.findFirstOrThrow({ where: { folderId: outer.id, trashedAt: { not: null } } });
    const late = await createDocument(anna, {
      ...{ folderId: outer.id, name: waiting.name, body: bodyOf('x'), origin: 'upload' },
    });
    expect(late.name).not.toBe(waiting.name);
    await allSteps(untrashFolders(anna, { ...keepBoth(outer.id), begun: new Set([outer.id]) }));
    expect(await count(true)).toEqual(none);
    expect(await count(false)).toEqual({ ...all, documents: all.documents + 1 });
  });

  test('whose deletion broke off is still in the trash with the rest, and can be deleted again', async () => {
    const anna = await makePerson();
    const { outer, count } = await largeFolder(anna);
    await trashFolder(anna, { folderId: outer.id });
    // Past the looking: some documents have gone.
    await stopAfter(deleteFolders(anna, { folderIds: [outer.id] }), 12);
    expect(await row(outer.id)).toMatchObject({ trashedAt: expect.any(Date), trashedWithId: null });
    const left = await count(true);
    expect(left.documents).toBeLessThan(all.documents);
    expect(left.folders).toBe(all.folders);
    await allSteps(deleteFolders(anna, { folderIds: [outer.id] }));
    expect(await count(true)).toEqual(none);
  });
});

test('many folders share transactions: a batch of them goes to the trash in a handful', async () => {
  const anna = await makePerson();
  const root = await ownRootFolder(anna);
  const paths = Array.from({ length: batchSize }, (_, n) => [`Folder ${n}`]);
  const folderIds = await makePaths(anna, { parentId: root.id, paths });
  for (const parent of folderIds.slice(0, 5)) await makeDocuments(anna, parent, 2);
  const statements = await sentStatements(() => allSteps(trashFolders(anna, { folderIds })));
  expect(statements.filter((statement) => /^COMMIT/i.test(statement)).length).toBeLessThanOrEqual(4);
  const where = { ownerId: anna.userId, trashedAt: null };
  expect(await db().folder.count({ where: { ...where, rootOfId: null } })).toBe(0);
  expect(await db().document.count({ where })).toBe(0);
});

test('a copy that broke off is gone on with: nothing in it is made twice', async () => {
  const anna = await makePerson();
  const root = await ownRootFolder(anna);
  const source = await createFolder(anna, { parentId: root.id, name: 'Source', mode: 'specific' });
  const [inner] = await makePaths(anna, { parentId: source.id, paths: [['Inner', 'Deep']] });
  for (const folderId of [source.id, inner ?? '']) {
    for (let n = 0; n < 25; n += 1) {
      await createDocument(anna, { folderId, name: `${n}.txt`, body: bodyOf(`${n}`), origin: 'upload' });
    }
  }
  const wish = { folderId: source.id, parentId: root.id, onClash: 'keep-both' } as const;
  let madeId = '';
  const begun = async (_: unknown, id: string) => {
    madeId = id;
  };
  await stopAfter(copyFolderSteps(anna, wish, { begun }), 3);
  const done = await allSteps(copyFolderSteps(anna, { ...wish, madeId }));
  expect(done).toEqual({ ok: true, id: madeId, name: 'Source (1)' });
  const copies = await db().document.findMany({ where: { ownerId: anna.userId, copiedFromId: { not: null } } });
  expect(copies).toHaveLength(50);
  expect(new Set(copies.map(({ copiedFromId }) => copiedFromId)).size).toBe(50);
  expect(await db().folder.count({ where: { ownerId: anna.userId, rootOfId: null } })).toBe(6);
});
