import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { newId } from '@/lib/shared/new-id';
import { createUser } from '@/lib/users/create-user';
import { findUserByEmail } from '@/lib/users/find-user-by-email';
import { makePerson } from '../../make-person';

const password = 'correct horse battery';

beforeAll(() => prepareDatabase({ guard: false }));

test('an account comes with its root folder and an argon2id hash, and the password is kept nowhere', async () => {
  const { id } = await createUser('operator', { email: `${newId()}@example.com`, name: '  Anna   Keller ', password });
  const user = await db().user.findUniqueOrThrow({ where: { id }, include: { rootFolder: true } });
  expect(user).toMatchObject({ name: 'Anna Keller', role: 'member', disabledAt: null });
  expect(user.rootFolder).toMatchObject({ name: 'My documents', ownerId: id, parentId: null, trashedAt: null });
  expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const audit = await db().auditEvent.findMany({ where: { action: 'user.create', detail: { contains: id } } });
  expect(audit).toHaveLength(1);
  expect(JSON.stringify(audit)).not.toContain(password);
});

test('an address belongs to one account, however it is spelt', async () => {
  const local = newId();
  await createUser('operator', { email: `${local}@example.com`, password });
  for (const email of [`${local}@EXAMPLE.com`, `${local}＠example.com`, ` ${local}@example．com`]) {
    await expect(createUser('operator', { email, password })).rejects.toMatchObject({ code: 'already-exists' });
  }
});

test('twenty people who ask for one address at once make one account with one folder', async () => {
  const email = `${newId()}@example.com`;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => createUser('operator', { email, password })),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already-exists' });
  }
  const user = await findUserByEmail(email);
  expect(await db().folder.count({ where: { ownerId: user?.id ?? '' } })).toBe(1);
});

test.each([
  ['no e-mail address', { email: 'anna', password }],
  ['two at signs', { email: 'anna@b@example.com', password }],
  ['an invisible character in the address', { email: 'an\u200bna@example.com', password }],
  ['a NUL byte in the address', { email: 'an\u0000na@example.com', password }],
  ['an endless address', { email: `${'a'.repeat(250)}@example.com`, password }],
  ['an empty name', { email: 'anna@example.com', name: ' ', password }],
  ['an endless name', { email: 'anna@example.com', name: 'a'.repeat(101), password }],
  ['a control character in the name', { email: 'anna@example.com', name: 'Anna\u0007', password }],
  ['a password of seven characters', { email: 'anna@example.com', password: '1234567' }],
  ['a password of 1,025 characters', { email: 'anna@example.com', password: 'x'.repeat(1025) }],
])('%s makes no account', async (_, input) => {
  await expect(createUser('operator', input)).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await findUserByEmail('anna@example.com')).toBeNull();
});

test('a member cannot add people, and a token for viewing cannot either', async () => {
  const anna = await makePerson();
  const input = { email: `${newId()}@example.com`, password, isAdmin: true };
  await expect(createUser(anna, input)).rejects.toMatchObject({ code: 'forbidden' });
  const viewing = { ...anna, isAdmin: true, ceiling: 'view' as const };
  await expect(createUser(viewing, input)).rejects.toMatchObject({ code: 'forbidden' });
  await createUser({ ...anna, isAdmin: true }, input);
  expect((await findUserByEmail(input.email))?.role).toBe('admin');
});
