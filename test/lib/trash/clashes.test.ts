import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { trashDocument } from '@/lib/documents/trash-document';
import { untrashDocument } from '@/lib/documents/untrash-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { storage } from '@/lib/storage/open-storage';
import { trashFolder } from '@/lib/trash/trash-folder';
import { untrashFolder } from '@/lib/trash/untrash-folder';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

const row = (id: string) => db().document.findUniqueOrThrow({ where: { id } });
const textOf = async (id: string) => new Response(await storage().get((await row(id)).storageKey)).text();

/** A document in the trash whose name another one has by now. */
async function clash() {
  const anna = await makePerson();
  const old = await makeDocument(anna, 'old words', 'Letter.docx');
  await trashDocument(anna, { documentId: old, by: 'page' });
  const present = await makeDocument(anna, 'new words', 'Letter.docx');
  const back = (onClash: 'refuse' | 'keep-both' | 'replace') => untrashDocument(anna, { documentId: old, onClash });
  return { anna, old, present, back };
}

test('a document whose name was taken meanwhile is refused when the page wants to ask first', async () => {
  const { old, back } = await clash();
  await expect(back('refuse')).rejects.toMatchObject({ code: 'name-taken' });
  expect((await row(old)).trashedAt).not.toBeNull();
  expect(await back('keep-both')).toEqual({ name: 'Letter (1).docx' });
});

test('replacing makes the trashed content a new version of what is there; the trash keeps its document', async () => {
  const { old, present, back } = await clash();
  expect(await back('replace')).toMatchObject({ id: present });
  expect(await textOf(present)).toBe('old words');
  expect((await row(present)).version).toBe(2);
  expect((await row(old)).trashedAt).not.toBeNull();
});

test('what somebody edits is not replaced from the trash, and the sentence names them', async () => {
  const { anna, present, back } = await clash();
  await lockDocument(anna, { documentId: present, lockId: 'A' });
  await expect(back('replace')).rejects.toMatchObject({
    code: 'lock-conflict',
    message: expect.stringContaining(`${anna.name} is editing`),
  });
  expect(await textOf(present)).toBe('new words');
});

test('a folder whose name was taken meanwhile is refused or kept beside', async () => {
  const anna = await makePerson();
  const parentId = (await ownRootFolder(anna)).id;
  const make = () => createFolder(anna, { parentId, name: 'Plans', mode: 'specific' });
  const { id: folderId } = await make();
  await trashFolder(anna, { folderId });
  await make();
  await expect(untrashFolder(anna, { folderId, onClash: 'refuse' })).rejects.toMatchObject({ code: 'name-taken' });
  expect(await untrashFolder(anna, { folderId, onClash: 'keep-both' })).toEqual({ name: 'Plans (1)' });
});
