import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { copyDocument } from '@/lib/documents/copy-document';
import { createDocument } from '@/lib/documents/create-document';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { moveDocument } from '@/lib/documents/move-document';
import { readContent } from '@/lib/documents/read-content';
import { copyFolder } from '@/lib/folders/copy-folder';
import { createFolder } from '@/lib/folders/create-folder';
import { listAncestors } from '@/lib/folders/list-ancestors';
import { listChildren } from '@/lib/folders/list-children';
import { moveFolder } from '@/lib/folders/move-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { renameFolder } from '@/lib/folders/rename-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { grantRole } from '@/lib/shares/grant-role';
import type { Actor } from '@/lib/users/actor';
import { makePerson } from '../../make-person';
import { bodyOf } from '../../streams';

beforeAll(() => prepareDatabase({ guard: false }));

let anna: Actor;
let rootId: string;
beforeAll(async () => {
  anna = await makePerson('Anna');
  rootId = (await ownRootFolder(anna)).id;
});
const folder = (name: string, parentId = rootId) => createFolder(anna, { parentId, name, mode: 'suggested' });
const put = async (folderId: string, name: string, text = name) =>
  (await createDocument(anna, { folderId, name, body: bodyOf(text), origin: 'upload' })).id;
const text = async (documentId: string) => new Response((await readContent(anna, { documentId })).body).text();
const names = async (folderId: string) => {
  const { folders, documents } = await listChildren(anna, { folderId });
  return [...folders, ...documents].map((each) => each.name);
};

describe('a document', () => {
  test('moves with its id; a name that is taken is refused, kept beside, or replaced as a new version', async () => {
    const [from, to] = [await folder('From'), await folder('To')];
    const there = await put(to.id, 'Letter.docx', 'old words');
    const moved = await put(from.id, 'letter.docx', 'new words');
    const move = (onClash: 'refuse' | 'keep-both' | 'replace') =>
      moveDocument(anna, { documentId: moved, folderId: to.id, onClash });
    await expect(move('refuse')).rejects.toMatchObject({ code: 'name-taken' });
    expect(await move('keep-both')).toEqual({ id: moved, name: 'letter (1).docx' });
    await moveDocument(anna, { documentId: moved, folderId: from.id, onClash: 'refuse' });
    const again = await put(from.id, 'LETTER.docx', 'newest words');
    expect(await moveDocument(anna, { documentId: again, folderId: to.id, onClash: 'replace' })).toMatchObject({
      id: there,
    });
    expect(await text(there)).toBe('newest words');
    expect((await db().document.findUniqueOrThrow({ where: { id: there } })).version).toBe(2);
    expect((await db().document.findUniqueOrThrow({ where: { id: again } })).trashedAt).not.toBeNull();
  });

  test('that is being edited neither moves nor is replaced, but is copied', async () => {
    const [from, to] = [await folder('From'), await folder('To')];
    const edited = await put(from.id, 'Edited.docx', 'saved words');
    await lockDocument(anna, { documentId: edited, lockId: 'A' });
    for (const onClash of ['refuse', 'keep-both', 'replace'] as const) {
      await expect(moveDocument(anna, { documentId: edited, folderId: to.id, onClash })).rejects.toMatchObject({
        code: 'being-edited',
        message: expect.stringContaining('Anna is editing'),
      });
    }
    const copy = await copyDocument(anna, { documentId: edited, folderId: from.id, onClash: 'keep-both' });
    expect(copy.name).toBe('Edited (1).docx');
    expect(await text(copy.id)).toBe('saved words');
    const other = await put(to.id, 'Edited.docx', 'other');
    await expect(
      moveDocument(anna, { documentId: other, folderId: from.id, onClash: 'replace' }),
    ).rejects.toMatchObject({ code: 'lock-conflict' });
    expect(await names(to.id)).toEqual(['Edited.docx']);
  });

  test('is not moved or copied into another’s folder, nor by another', async () => {
    const eve = await makePerson('Eve');
    const documentId = await put(rootId, 'Mine.docx');
    const hers = (await ownRootFolder(eve)).id;
    const refused = { code: 'not-found' };
    await expect(moveDocument(anna, { documentId, folderId: hers, onClash: 'refuse' })).rejects.toMatchObject(refused);
    await expect(copyDocument(anna, { documentId, folderId: hers, onClash: 'refuse' })).rejects.toMatchObject(refused);
    await expect(moveDocument(eve, { documentId, folderId: hers, onClash: 'refuse' })).rejects.toMatchObject(refused);
    await expect(copyDocument(eve, { documentId, folderId: hers, onClash: 'refuse' })).rejects.toMatchObject(refused);
  });

  test('is moved by its owner only, and copied by whoever may read it unless its owner forbids that', async () => {
    const ben = await makePerson('Ben');
    const documentId = await put(rootId, 'Shared.docx');
    await grantRole(anna, { documentId, userEmail: ben.email, role: 'editor' });
    const his = { documentId, folderId: (await ownRootFolder(ben)).id, onClash: 'keep-both' } as const;
    await expect(moveDocument(ben, his)).rejects.toMatchObject({ code: 'not-found' });
    expect((await copyDocument(ben, his)).name).toBe('Shared.docx');
    await forbidCopies(anna, { documentId, forbidden: true });
    await expect(copyDocument(ben, his)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await copyDocument(anna, { ...his, folderId: rootId })).name).toBe('Shared (1).docx');
  });
});

describe('a folder', () => {
  test('moves with everything in it, never into itself or below itself', async () => {
    const outer = await folder('Outer');
    const inner = await folder('Inner', outer.id);
    const target = await folder('Target');
    await expect(moveFolder(anna, { folderId: outer.id, parentId: inner.id, onClash: 'refuse' })).rejects.toThrow(
      'cannot be moved into itself',
    );
    await expect(moveFolder(anna, { folderId: outer.id, parentId: outer.id, onClash: 'refuse' })).rejects.toThrow(
      'cannot be moved into itself',
    );
    await moveFolder(anna, { folderId: outer.id, parentId: target.id, onClash: 'refuse' });
    const { folders } = await listAncestors(anna, inner.id);
    expect(folders.map((each) => each.name).slice(1)).toEqual(['Target', 'Outer', 'Inner']);
  });

  test('two folders moved into each other at once: one move wins and there is no ring, 10 times over', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b] = [await folder(`A ${round}`), await folder(`B ${round}`)];
      const moves = await Promise.allSettled([
        moveFolder(anna, { folderId: a.id, parentId: b.id, onClash: 'refuse' }),
        moveFolder(anna, { folderId: b.id, parentId: a.id, onClash: 'refuse' }),
      ]);
      expect(moves.map((move) => move.status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const { id } of [a, b]) expect((await listAncestors(anna, id)).folders[0]?.isRoot).toBe(true);
    }
  });

  test('a name that is taken is refused or kept beside', async () => {
    const [from, to] = [await folder('From'), await folder('To')];
    const moved = await folder('Same', from.id);
    await folder('SAME', to.id);
    const move = { folderId: moved.id, parentId: to.id };
    await expect(moveFolder(anna, { ...move, onClash: 'refuse' })).rejects.toMatchObject({ code: 'name-taken' });
    expect(await moveFolder(anna, { ...move, onClash: 'keep-both' })).toMatchObject({ name: 'Same (1)' });
  });

  test('is copied with everything in it, never into itself', async () => {
    const [outer, target] = [await folder('Copied'), await folder('Target')];
    const inner = await folder('Inner', outer.id);
    await put(inner.id, 'deep.docx', 'deep words');
    const copy = await copyFolder(anna, { folderId: outer.id, parentId: target.id, onClash: 'refuse' });
    const [made] = (await listChildren(anna, { folderId: copy.id })).folders;
    const [deep] = (await listChildren(anna, { folderId: made?.id ?? '' })).documents;
    expect(await text(deep?.id ?? '')).toBe('deep words');
    await expect(copyFolder(anna, { folderId: outer.id, parentId: inner.id, onClash: 'refuse' })).rejects.toThrow(
      'cannot be copied into itself',
    );
  });

  test('a page is told that the name is taken; only the case may change', async () => {
    const [one, two] = [await folder('One name'), await folder('Two names')];
    const rename = (folderId: string, name: string) => renameFolder(anna, { folderId, name, claim: 'page' });
    await expect(rename(two.id, 'ONE NAME')).rejects.toMatchObject({ code: 'name-taken' });
    expect(await rename(one.id, 'ONE name')).toEqual({ name: 'ONE name' });
  });
});
