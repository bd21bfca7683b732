import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { readContent } from '@/lib/documents/read-content';
import { saveContent } from '@/lib/documents/save-content';
import { lockDocument } from '@/lib/locks/lock-document';
import { unlockDocument } from '@/lib/locks/unlock-document';
import { grantRole } from '@/lib/shares/grant-role';
import type { Role } from '@/lib/shares/rights';
import { hashToken } from '@/lib/tokens/hash-token';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { restoreVersion } from '@/lib/versions/restore-version';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';
import { storedKeys } from '../../stored-objects';

beforeAll(() => prepareDatabase({ guard: false }));

/** A document of Anna's with two versions, nobody editing. */
async function twoVersions(): Promise<{ anna: Actor; documentId: string }> {
  const anna = await makePerson('Anna');
  const documentId = await makeDocument(anna, 'first words');
  await lockDocument(anna, { documentId, lockId: 'A' });
  await save(anna, documentId, 'second words');
  await unlockDocument(anna, { documentId, lockId: 'A' });
  return { anna, documentId };
}

async function save(actor: Actor, documentId: string, text: string): Promise<void> {
  await saveContent(actor, {
    documentId,
    lockId: 'A',
    stored: await store(text),
    isAutosave: false,
    editors: [],
    expectedModifiedAt: null,
    signed: null,
  });
}

async function textOf(actor: Actor, documentId: string): Promise<string> {
  return new Response((await readContent(actor, { documentId })).body).text();
}

async function join(documentId: string, owner: Actor, role: Role): Promise<Actor> {
  const person = await makePerson('Ben');
  await grantRole(owner, { documentId, userEmail: person.email, role });
  return person;
}

test('an earlier version becomes the current one as a new version with bytes of its own; nothing is lost', async () => {
  const { anna, documentId } = await twoVersions();
  const before = await db().document.findUniqueOrThrow({ where: { id: documentId } });
  expect(await restoreVersion(anna, { documentId, number: 1 })).toEqual({ version: 3 });
  expect(await textOf(anna, documentId)).toBe('first words');
  const after = await db().document.findUniqueOrThrow({ where: { id: documentId }, include: { versions: true } });
  expect(after.modifiedAt.getTime()).toBeGreaterThan(before.modifiedAt.getTime());
  const [first, second, third] = after.versions.toSorted((one, other) => one.number - other.number);
  expect(third).toMatchObject({ number: 3, origin: 'restore', authorId: anna.userId, sha256: first?.sha256 });
  expect(new Set([first, second, third].map((version) => version?.storageKey)).size).toBe(3);
  expect(after.storageKey).toBe(third?.storageKey);
  expect(await restoreVersion(anna, { documentId, number: 2 })).toEqual({ version: 4 });
  expect(await textOf(anna, documentId)).toBe('second words');
});

test('the restoring is in the audit trail, with the version that came back', async () => {
  const { anna, documentId } = await twoVersions();
  await restoreVersion(anna, { documentId, number: 1 });
  const [event] = await db().auditEvent.findMany({ where: { documentId, action: 'version.restore' } });
  expect(event).toMatchObject({ outcome: 'done', actorId: anna.userId, version: 3 });
  expect(JSON.parse(event?.detail ?? '')).toMatchObject({ from: 1, origin: 'restore', bytes: 11 });
});

test('while the document is locked it is refused with the name of who edits, and nothing is left behind', async () => {
  const { anna, documentId } = await twoVersions();
  const ben = await join(documentId, anna, 'editor');
  await lockDocument(ben, { documentId, lockId: 'B' });
  const kept = await storedKeys();
  await expect(restoreVersion(anna, { documentId, number: 1 })).rejects.toMatchObject({
    code: 'being-edited',
    message: expect.stringContaining('Ben is editing'),
  });
  expect(await textOf(anna, documentId)).toBe('second words');
  expect(await storedKeys()).toEqual(kept);
});

test('a lock that expired does not hinder, and its holder does not save over what was restored', async () => {
  const { anna, documentId } = await twoVersions();
  await lockDocument(anna, { documentId, lockId: 'A' });
  await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() - 1000) } });
  await restoreVersion(anna, { documentId, number: 1 });
  await expect(save(anna, documentId, 'too late')).rejects.toMatchObject({ code: 'lock-conflict' });
  expect(await textOf(anna, documentId)).toBe('first words');
});

test('the current version, one that is not kept and one of another document are refused', async () => {
  const { anna, documentId } = await twoVersions();
  const other = await makeDocument(anna, 'another');
  const kept = await storedKeys();
  await expect(restoreVersion(anna, { documentId, number: 2 })).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(restoreVersion(anna, { documentId, number: 9 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(restoreVersion(anna, { documentId: other, number: 2 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await storedKeys()).toEqual(kept);
});

describe('who may restore', () => {
  test.each(['viewer', 'commenter', 'reviewer'] as const)('a %s may not', async (role) => {
    const { anna, documentId } = await twoVersions();
    const ben = await join(documentId, anna, role);
    await expect(restoreVersion(ben, { documentId, number: 1 })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('an editor may, a stranger and who holds a ceiling of viewing may not', async () => {
    const { anna, documentId } = await twoVersions();
    const ben = await join(documentId, anna, 'editor');
    const viewing: Actor = { ...anna, ceiling: 'view' };
    for (const person of [await makePerson('Eve'), viewing]) {
      await expect(restoreVersion(person, { documentId, number: 1 })).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await restoreVersion(ben, { documentId, number: 1 })).toEqual({ version: 3 });
  });
});

test('twenty at once: each makes a version of its own, none is lost', async () => {
  const { anna, documentId } = await twoVersions();
  const done = await Promise.all(Array.from({ length: 20 }, () => restoreVersion(anna, { documentId, number: 1 })));
  expect(new Set(done.map(({ version }) => version)).size).toBe(20);
  expect(await db().version.count({ where: { documentId } })).toBe(22);
});

test('bytes that are damaged are not made the current ones', async () => {
  const { anna, documentId } = await twoVersions();
  const kept = await storedKeys();
  await db().version.updateMany({ where: { documentId, number: 1 }, data: { sha256: 'of something else' } });
  await expect(restoreVersion(anna, { documentId, number: 1 })).rejects.toMatchObject({ code: 'content-missing' });
  expect(await textOf(anna, documentId)).toBe('second words');
  expect(await storedKeys()).toEqual(kept);
});

test('the refusal names everybody who edits, and says so where it is only the person', async () => {
  const { anna, documentId } = await twoVersions();
  const ben = await join(documentId, anna, 'editor');
  await lockDocument(anna, { documentId, lockId: 'A' });
  const message = async (actor: Actor) =>
    restoreVersion(actor, { documentId, number: 1 }).then(
      () => '',
      (error: Error) => error.message,
    );
  expect(await message(anna)).toContain('You are editing “Letter.docx”');
  expect(await message(ben)).toContain('Anna is editing “Letter.docx”');
  const { lockSession } = await db().document.findUniqueOrThrow({ where: { id: documentId } });
  const { token } = await issueToken(ben, { documentId, ceiling: 'edit', client: 'document-server' });
  await db().accessToken.update({ where: { tokenHash: hashToken(token) }, data: { lockSession } });
  expect(await message(anna)).toContain('Anna and Ben are editing “Letter.docx”');
});
