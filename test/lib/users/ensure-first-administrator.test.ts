import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createUser } from '@/lib/users/create-user';
import { ensureFirstAdministrator } from '@/lib/users/ensure-first-administrator';
import { signIn } from '@/lib/users/sign-in';

// The settings of a test are the defaults: ADMIN_EMAIL is admin@example.com and there is no ADMIN_PASSWORD.
const email = 'admin@example.com';

beforeAll(() => prepareDatabase({ guard: false }));
beforeEach(async () => {
  await db().user.deleteMany();
});

test('S46 twenty starts at once make one administrator, and one of them is told the password', async () => {
  const told = (await Promise.all(Array.from({ length: 20 }, ensureFirstAdministrator))).filter(
    (made) => made !== null,
  );
  expect(await db().user.count({ where: { role: 'admin' } })).toBe(1);
  expect(told).toHaveLength(1);
  expect(told[0]?.password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  const password = told[0]?.password ?? '';
  expect((await signIn({ email, password, address: null, userAgent: null })).kind).toBe('signed-in');
});

test('a second start makes nobody and tells no password', async () => {
  await ensureFirstAdministrator();
  const before = await db().user.findMany();
  expect(await ensureFirstAdministrator()).toBeNull();
  expect(await db().user.findMany()).toEqual(before);
});

test('with another administrator the account of the settings is not made', async () => {
  await createUser('operator', { email: 'chief@example.com', password: 'correct horse battery', isAdmin: true });
  expect(await ensureFirstAdministrator()).toBeNull();
  expect(await db().user.count()).toBe(1);
});

test('an administrator who was disabled is not replaced', async () => {
  await ensureFirstAdministrator();
  await db().user.updateMany({ data: { disabledAt: new Date(), emailKey: 'gone@example.com' } });
  expect(await ensureFirstAdministrator()).toBeNull();
  expect(await db().user.count()).toBe(1);
});

test('a member with the address of the settings is neither overwritten nor promoted', async () => {
  await createUser('operator', { email, name: 'Anna Keller', password: 'correct horse battery' });
  const before = await db().user.findMany();
  expect(await ensureFirstAdministrator()).toBeNull();
  expect(await db().user.findMany()).toEqual(before);
});
