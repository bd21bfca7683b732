import { beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createDocument } from '@/lib/documents/create-document';
import { findClashes } from '@/lib/documents/find-clashes';
import { createFolder } from '@/lib/folders/create-folder';
import { listAncestors } from '@/lib/folders/list-ancestors';
import { listSubfolders } from '@/lib/folders/list-subfolders';
import { makePath } from '@/lib/folders/make-path';
import { makePaths } from '@/lib/folders/make-paths';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import type { Actor } from '@/lib/users/actor';
import { makePerson } from '../../make-person';
import { bodyOf } from '../../streams';
import { turnsDuring } from '../../turns-during';

// While a server is waited for, the loop comes round anyway.
const isSqlite = !process.env.DATABASE_URL;

beforeAll(() => prepareDatabase({ guard: false }));

let anna: Actor;
let rootId: string;
beforeAll(async () => {
  anna = await makePerson('Anna');
  rootId = (await ownRootFolder(anna)).id;
});
const pathOf = async (id: string) => (await listAncestors(anna, id)).folders.slice(1).map((each) => each.name);

test('a path is made as far as it is not there, whatever the case of its names', async () => {
  const first = await makePath(anna, { parentId: rootId, path: ['Photos', '2026'] });
  expect(await pathOf(first.id)).toEqual(['Photos', '2026']);
  expect(await makePath(anna, { parentId: rootId, path: ['PHOTOS', '2026'] })).toEqual(first);
  expect((await makePath(anna, { parentId: rootId, path: [] })).id).toBe(rootId);
});

test('parts of a path that lead upwards or are no names are repaired, never followed', async () => {
  const made = await makePath(anna, { parentId: rootId, path: ['..', 'a/b', 'con'] });
  expect(await pathOf(made.id)).toEqual(['Untitled', 'a_b', '_con']);
});

test('two uploads that make the same path at once get the same folder, 10 times over', async () => {
  for (let round = 0; round < 10; round += 1) {
    const path = [`Round ${round}`, 'Inner'];
    const made = await Promise.all([1, 2, 3].map(() => makePath(anna, { parentId: rootId, path })));
    expect(new Set(made.map((each) => each.id)).size).toBe(1);
  }
});

test('a path is not made in the folder of another', async () => {
  const eve = await makePerson('Eve');
  await expect(makePath(eve, { parentId: rootId, path: ['Mine'] })).rejects.toMatchObject({ code: 'not-found' });
});

test('names that are taken are found before anything is sent, as an upload would write them', async () => {
  const folder = await createFolder(anna, { parentId: rootId, name: 'Uploads', mode: 'suggested' });
  await createDocument(anna, { folderId: folder.id, name: 'Budget.xlsx', body: bodyOf('1'), origin: 'upload' });
  await createDocument(anna, { folderId: folder.id, name: 'a/b.txt', body: bodyOf('1'), origin: 'upload' });
  const clashes = await findClashes(anna, { folderId: folder.id, names: ['BUDGET.xlsx', 'a/b.txt', 'free.docx'] });
  expect(clashes.map(({ name, canReplace }) => [name, canReplace])).toEqual([
    ['BUDGET.xlsx', true],
    ['a/b.txt', true],
  ]);
  expect(await findClashes(anna, { folderId: folder.id, names: [] })).toEqual([]);
});

test('the folders of a folder come in natural order, with the way that leads to it', async () => {
  const folder = await createFolder(anna, { parentId: rootId, name: 'Choose', mode: 'suggested' });
  for (const name of ['Part 10', 'part 2', 'Äpfel']) {
    await createFolder(anna, { parentId: folder.id, name, mode: 'suggested' });
  }
  const { path, folders } = await listSubfolders(anna, { folderId: folder.id });
  expect(path.map(({ isRoot }) => isRoot)).toEqual([true, false]);
  expect(folders.map(({ name }) => name)).toEqual(['Äpfel', 'part 2', 'Part 10']);
});

/** A name that takes long to be made legal: its marks have to be put into their order. */
const slowName = `a${'\u0345'.repeat(450)}${'\u0334'.repeat(450)}`;

test.runIf(isSqlite)('between the names of a question about clashes the event loop has its turns', async () => {
  const ask = (many: number) => () =>
    findClashes(anna, {
      folderId: rootId,
      names: Array.from({ length: many }, (_, n) => `${slowName}${' '.repeat(n % 90)}`),
    });
  expect((await turnsDuring(ask(500))) - (await turnsDuring(ask(1)))).toBeGreaterThan(2);
});

test.runIf(isSqlite)('between the names of paths that are made too', async () => {
  const make = (many: number) => () =>
    makePaths(anna, { parentId: rootId, paths: Array.from({ length: many }, () => Array(40).fill(slowName)) });
  await make(1)();
  expect((await turnsDuring(make(4))) - (await turnsDuring(make(1)))).toBeGreaterThan(2);
});
