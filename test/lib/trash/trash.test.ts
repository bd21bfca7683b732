import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createDocument } from '@/lib/documents/create-document';
import { trashDocument } from '@/lib/documents/trash-document';
import { untrashDocument } from '@/lib/documents/untrash-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { storage } from '@/lib/storage/open-storage';
import { deleteDocument } from '@/lib/trash/delete-document';
import { emptyTrash } from '@/lib/trash/empty-trash';
import { keptMs, purgeTrash } from '@/lib/trash/purge-trash';
import { trashFolder } from '@/lib/trash/trash-folder';
import { untrashFolder } from '@/lib/trash/untrash-folder';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';
import { bodyOf } from '../../streams';

beforeAll(() => prepareDatabase({ guard: false }));

/** A folder with a document, and a folder in it with another. */
async function tree(person: Actor, name = 'Plans') {
  const root = await ownRootFolder(person);
  const outer = await createFolder(person, { parentId: root.id, name, mode: 'specific' });
  const inner = await createFolder(person, { parentId: outer.id, name: 'Inner', mode: 'specific' });
  const put = (folderId: string, text: string) =>
    createDocument(person, { folderId, name: `${text}.docx`, body: bodyOf(text), origin: 'upload' });
  const [first, second] = [await put(outer.id, 'first'), await put(inner.id, 'second')];
  return { root, outer, inner, first, second };
}
const row = (id: string) => db().document.findUniqueOrThrow({ where: { id } });
const isStored = async (key: string) =>
  storage()
    .get(key)
    .then((body) => body.cancel().then(() => true))
    .catch(() => false);

describe('a folder', () => {
  test('goes to the trash with everything in it and comes back as a whole', async () => {
    const anna = await makePerson();
    const { outer, inner, first, second } = await tree(anna);
    const before = await makeDocument(anna, 'x', 'before.docx');
    await trashDocument(anna, { documentId: before, by: 'page' });
    await trashFolder(anna, { folderId: outer.id });
    for (const { id } of [first, second]) expect((await row(id)).trashedAt).not.toBeNull();
    await expect(createFolder(anna, { parentId: inner.id, name: 'x', mode: 'specific' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await untrashFolder(anna, { folderId: outer.id })).toEqual({ name: 'Plans' });
    for (const { id } of [first, second]) expect(await row(id)).toMatchObject({ trashedAt: null, trashedWithId: null });
    expect((await row(before)).trashedAt).not.toBeNull();
    await expect(createFolder(anna, { parentId: inner.id, name: 'x', mode: 'specific' })).resolves.toBeDefined();
  });

  test('comes back as “name (1)” when the name was taken meanwhile, and what is in it keeps its names', async () => {
    const anna = await makePerson();
    const { root, outer, second } = await tree(anna);
    await trashFolder(anna, { folderId: outer.id });
    await createFolder(anna, { parentId: root.id, name: 'PLANS', mode: 'specific' });
    expect(await untrashFolder(anna, { folderId: outer.id })).toEqual({ name: 'Plans (1)' });
    expect(await row(second.id)).toMatchObject({ name: 'second.docx', liveName: 'second.docx' });
  });

  test('stays, with everything in it, while a document deep in it is being edited, and says whose', async () => {
    const anna = await makePerson('Anna');
    const { outer, first, second } = await tree(anna);
    await lockDocument(anna, { documentId: second.id, lockId: 'A' });
    await expect(trashFolder(anna, { folderId: outer.id })).rejects.toMatchObject({
      code: 'being-edited',
      message: expect.stringContaining('Anna is editing “second.docx”'),
    });
    for (const { id } of [first, second]) expect((await row(id)).trashedAt).toBeNull();
  });

  test('made into while it goes: the new document is refused or goes along, 10 times over', async () => {
    const anna = await makePerson();
    for (let round = 0; round < 10; round += 1) {
      const { outer, inner } = await tree(anna, `Race ${round}`);
      const [, made] = await Promise.allSettled([
        trashFolder(anna, { folderId: outer.id }),
        createFolder(anna, { parentId: inner.id, name: 'late', mode: 'specific' }),
      ]);
      if (made.status === 'fulfilled') {
        const late = await db().folder.findUniqueOrThrow({ where: { id: made.value.id } });
        expect(late.trashedAt).not.toBeNull();
      } else expect(made.reason).toMatchObject({ code: 'not-found' });
    }
  });

  test('a document whose folder is in the trash comes back into the root folder', async () => {
    const anna = await makePerson();
    const { root, outer, first } = await tree(anna);
    await trashDocument(anna, { documentId: first.id, by: 'page' });
    await trashFolder(anna, { folderId: outer.id });
    await untrashDocument(anna, { documentId: first.id });
    expect(await row(first.id)).toMatchObject({ folderId: root.id, trashedAt: null });
  });

  test('a root folder and another’s folder do not go to the trash', async () => {
    const [anna, eve] = [await makePerson(), await makePerson()];
    const { root, outer } = await tree(anna);
    await expect(trashFolder(anna, { folderId: root.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(trashFolder(eve, { folderId: outer.id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('for ever', () => {
  test('a document is deleted with its bytes, out of the trash only, and by its owner only', async () => {
    const [anna, eve] = [await makePerson(), await makePerson()];
    const documentId = await makeDocument(anna);
    const { storageKey } = await row(documentId);
    await expect(deleteDocument(anna, { documentId })).rejects.toMatchObject({ code: 'not-found' });
    await trashDocument(anna, { documentId, by: 'page' });
    await expect(deleteDocument(eve, { documentId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await isStored(storageKey)).toBe(true);
    await deleteDocument(anna, { documentId });
    expect(await db().document.count({ where: { id: documentId } })).toBe(0);
    expect(await isStored(storageKey)).toBe(false);
  });

  test('the trash is emptied of documents and folders, and nothing else is touched', async () => {
    const anna = await makePerson();
    const { outer, second } = await tree(anna);
    const kept = await makeDocument(anna, 'x', 'kept.docx');
    const single = await makeDocument(anna, 'x', 'single.docx');
    const keys = [(await row(second.id)).storageKey, (await row(single)).storageKey];
    await trashDocument(anna, { documentId: single, by: 'page' });
    await trashFolder(anna, { folderId: outer.id });
    expect(await emptyTrash(anna)).toEqual({ deleted: 2 });
    expect(await Promise.all(keys.map(isStored))).toEqual([false, false]);
    expect((await db().document.findMany({ where: { ownerId: anna.userId } })).map((each) => each.id)).toEqual([kept]);
    expect(await db().folder.count({ where: { ownerId: anna.userId } })).toBe(1);
  });

  test('what has been in the trash for 30 days is purged, what is younger stays', async () => {
    const anna = await makePerson();
    const [old, young] = [await makeDocument(anna, 'x', 'old.docx'), await makeDocument(anna, 'x', 'young.docx')];
    const now = new Date();
    for (const [id, age] of [
      [old, keptMs + 1000],
      [young, keptMs - 60_000],
    ] as const) {
      await trashDocument(anna, { documentId: id, by: 'page' });
      await db().document.update({ where: { id }, data: { trashedAt: new Date(now.getTime() - age) } });
    }
    expect((await purgeTrash(now)).deleted).toBeGreaterThanOrEqual(1);
    const left = await db().document.findMany({ where: { ownerId: anna.userId }, select: { id: true } });
    expect(left).toEqual([{ id: young }]);
  });
});
