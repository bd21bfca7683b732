import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { lockDocument } from '@/lib/locks/lock-document';
import { grantRole } from '@/lib/shares/grant-role';
import type { Actor } from '@/lib/users/actor';
import { listVersions } from '@/lib/versions/list-versions';
import { nameVersion } from '@/lib/versions/name-version';
import { readVersion } from '@/lib/versions/read-version';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';
import { saveText, twoVersions } from './two-versions';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson('Anna');
});

const nameOf = async (documentId: string, number: number) =>
  (await listVersions(anna, { documentId })).find((version) => version.number === number)?.name;

test('a version gets a name, another one, and none again; each is in the audit trail', async () => {
  const documentId = await twoVersions(anna);
  await nameVersion(anna, { documentId, number: 1, name: '  Before the   board’s comments ' });
  expect(await nameOf(documentId, 1)).toBe('Before the board’s comments');
  await nameVersion(anna, { documentId, number: 1, name: 'Sent\u202e to\u0000 Ben' });
  expect(await nameOf(documentId, 1)).toBe('Sent to Ben');
  expect(await nameVersion(anna, { documentId, number: 1, name: ' \u200b ' })).toEqual({ name: null });
  expect(await nameOf(documentId, 1)).toBeNull();
  const events = await db().auditEvent.findMany({ where: { documentId, action: 'version.name' } });
  expect(events.map(({ version, actorId }) => [version, actorId])).toEqual(Array(3).fill([1, anna.userId]));
});

test('200 characters are kept, more are refused and change nothing', async () => {
  const documentId = await twoVersions(anna);
  const longest = 'ä'.repeat(200);
  await nameVersion(anna, { documentId, number: 2, name: longest });
  await expect(nameVersion(anna, { documentId, number: 2, name: `${longest}x` })).rejects.toMatchObject({
    code: 'invalid-request',
  });
  expect(await nameOf(documentId, 2)).toBe(longest);
});

test('a version that is not kept has no name', async () => {
  const documentId = await twoVersions(anna);
  await expect(nameVersion(anna, { documentId, number: 3, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});

test('who may not edit may not name', async () => {
  const documentId = await twoVersions(anna);
  const people = await Promise.all(
    (['viewer', 'commenter', 'reviewer'] as const).map(async (role) => {
      const person = await makePerson('Ben');
      await grantRole(anna, { documentId, userEmail: person.email, role });
      return person;
    }),
  );
  for (const person of [...people, await makePerson('Eve'), { ...anna, ceiling: 'view' as const }]) {
    await expect(nameVersion(person, { documentId, number: 1, name: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  expect(await nameOf(documentId, 1)).toBeNull();
});

test('what was named stays as it is: the next autosave makes a version of its own', async () => {
  const documentId = await makeDocument(anna, 'first words');
  await lockDocument(anna, { documentId, lockId: 'A' });
  await saveText(anna, documentId, 'autosaved once', { isAutosave: true });
  expect(await saveText(anna, documentId, 'autosaved twice', { isAutosave: true })).toBe(3);
  expect((await listVersions(anna, { documentId })).map(({ number }) => number)).toEqual([3, 1]);
  await nameVersion(anna, { documentId, number: 3, name: 'Keep this' });
  await saveText(anna, documentId, 'autosaved again', { isAutosave: true });
  expect(await saveText(anna, documentId, 'and again', { isAutosave: true })).toBe(5);
  const listed = await listVersions(anna, { documentId });
  expect(listed.map(({ number, name }) => [number, name])).toEqual([
    [5, null],
    [3, 'Keep this'],
    [1, null],
  ]);
  const { body } = await readVersion(anna, { documentId, number: 3 });
  expect(await new Response(body).text()).toBe('autosaved twice');
});
