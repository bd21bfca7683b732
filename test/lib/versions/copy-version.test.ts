import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { moveDocument } from '@/lib/documents/move-document';
import { readContent } from '@/lib/documents/read-content';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { grantRole } from '@/lib/shares/grant-role';
import type { Actor } from '@/lib/users/actor';
import { copyVersion } from '@/lib/versions/copy-version';
import { readVersion } from '@/lib/versions/read-version';
import { makePerson } from '../../make-person';
import { storedKeys } from '../../stored-objects';
import { twoVersions } from './two-versions';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson('Anna');
});

async function textOf(actor: Actor, documentId: string): Promise<string> {
  return new Response((await readContent(actor, { documentId })).body).text();
}

test('an earlier version becomes a document of its own beside the first, also while that is locked', async () => {
  const documentId = await twoVersions(anna);
  const root = await ownRootFolder(anna);
  const folder = await createFolder(anna, { parentId: root.id, name: 'Letters', mode: 'specific' });
  await moveDocument(anna, { documentId, folderId: folder.id, onClash: 'refuse' });
  await lockDocument(await editor(documentId), { documentId, lockId: 'B' });
  const copy = await copyVersion(anna, { documentId, number: 1 });
  expect(copy.name).toBe('Letter (version 1).docx');
  expect(await textOf(anna, copy.id)).toBe('first words');
  expect(await db().document.findUniqueOrThrow({ where: { id: copy.id } })).toMatchObject({
    folderId: folder.id,
    ownerId: anna.userId,
    copiedFromId: documentId,
  });
  expect((await copyVersion(anna, { documentId, number: 1 })).name).toBe('Letter (version 1) (1).docx');
  expect(await textOf(anna, documentId)).toBe('second words');
});

async function editor(documentId: string): Promise<Actor> {
  const ben = await makePerson('Ben');
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'editor' });
  return ben;
}

test('somebody else’s goes into the person’s own root folder, unless its owner forbade copies', async () => {
  const documentId = await twoVersions(anna);
  const ben = await editor(documentId);
  const copy = await copyVersion(ben, { documentId, number: 1 });
  const row = await db().document.findUniqueOrThrow({ where: { id: copy.id } });
  expect(row).toMatchObject({ folderId: (await ownRootFolder(ben)).id, ownerId: ben.userId });
  await forbidCopies(anna, { documentId, forbidden: true });
  const kept = await storedKeys();
  await expect(copyVersion(ben, { documentId, number: 1 })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await storedKeys()).toEqual(kept);
  expect((await copyVersion(anna, { documentId, number: 1 })).name).toContain('version 1');
});

test('strangers, versions that are not kept and damaged bytes make no document', async () => {
  const documentId = await twoVersions(anna);
  const kept = await storedKeys();
  const eve = await makePerson('Eve');
  await expect(copyVersion(eve, { documentId, number: 1 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(copyVersion(anna, { documentId, number: 7 })).rejects.toMatchObject({ code: 'not-found' });
  await db().version.updateMany({ where: { documentId, number: 1 }, data: { sha256: 'of something else' } });
  await expect(copyVersion(anna, { documentId, number: 1 })).rejects.toMatchObject({ code: 'content-missing' });
  expect(await storedKeys()).toEqual(kept);
});

test('a version is read under its own name by everybody who may read the document, and by nobody else', async () => {
  const documentId = await twoVersions(anna, 'Plan.docx');
  const { name, size, body } = await readVersion({ ...anna, ceiling: 'view' }, { documentId, number: 1 });
  expect([name, size, await new Response(body).text()]).toEqual(['Plan (version 1).docx', 11, 'first words']);
  const eve = await makePerson('Eve');
  await expect(readVersion(eve, { documentId, number: 1 })).rejects.toMatchObject({ code: 'not-found' });
  const other = await twoVersions(anna);
  const version = await db().version.findFirstOrThrow({ where: { documentId: other } });
  await expect(readVersion(anna, { documentId, id: version.id })).rejects.toMatchObject({ code: 'not-found' });
});
