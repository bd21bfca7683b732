import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { grantRole } from '@/lib/shares/grant-role';
import { listAccess } from '@/lib/shares/list-access';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

test('access lists the owner, then people with a role by name; a role that changes is the new one', async () => {
  const [anna, ben, vera] = [await makePerson('Anna'), await makePerson('Ben'), await makePerson('Vera')];
  const documentId = await makeDocument(anna);
  await grantRole(anna, { documentId, userEmail: vera.email, role: 'viewer' });
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'viewer' });
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'editor' });
  const listed = [
    { id: anna.userId, name: 'Anna', role: 'owner' },
    { id: ben.userId, name: 'Ben', role: 'editor' },
    { id: vera.userId, name: 'Vera', role: 'viewer' },
  ];
  expect(await listAccess(anna, { documentId })).toEqual(listed);
  expect(await listAccess(vera, { documentId })).toEqual(listed);
  await expect(listAccess(await makePerson('Eve'), { documentId })).rejects.toMatchObject({ code: 'not-found' });
});

test('a person whose account is disabled is not listed until it is enabled again', async () => {
  const [anna, ben] = [await makePerson('Anna'), await makePerson('Ben')];
  const documentId = await makeDocument(anna);
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'viewer' });
  const names = async () => (await listAccess(anna, { documentId })).map(({ name }) => name);
  await db().user.update({ where: { id: ben.userId }, data: { disabledAt: new Date() } });
  expect(await names()).toEqual(['Anna']);
  await db().user.update({ where: { id: ben.userId }, data: { disabledAt: null } });
  expect(await names()).toEqual(['Anna', 'Ben']);
});

test('only the owner may give a role, nobody gives one to the owner or to a stranger’s address', async () => {
  const [anna, ben] = [await makePerson('Anna'), await makePerson('Ben')];
  const documentId = await makeDocument(anna);
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'editor' });
  await expect(grantRole(ben, { documentId, userEmail: ben.email, role: 'editor' })).rejects.toMatchObject({
    code: 'not-found',
  });
  for (const userEmail of [anna.email, 'nobody@example.com']) {
    await expect(grantRole(anna, { documentId, userEmail, role: 'viewer' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  }
});
