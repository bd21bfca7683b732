import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { isTransient } from '@/lib/db/is-transient';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { groupBy } from '@/lib/shared/group-by';
import { newId } from '@/lib/shared/new-id';
import { attemptLimits } from '@/lib/users/take-attempt';
import { makePerson } from '../../make-person';
import { newAddress, tryOnce } from './try-sign-in';

const password = 'correct horse battery';

async function tryWrong(times: number, email: string, address: string | null): Promise<string[]> {
  const kinds: string[] = [];
  for (let n = 0; n < times; n += 1) kinds.push((await tryOnce(email, `wrong ${n}`, address)).kind);
  return kinds;
}

beforeAll(() => prepareDatabase({ guard: false }));

test('S43 an unknown account is limited like a known one', async () => {
  const address = newAddress();
  const kinds = await tryWrong(12, `${newId()}@example.com`, address);
  expect(kinds).toEqual([...Array<string>(10).fill('wrong'), 'too-many', 'too-many']);
});

test('S43 the eleventh try from one address is refused even with the right password', async () => {
  const { email } = await makePerson();
  const address = newAddress();
  await tryWrong(10, email, address);
  expect((await tryOnce(email, password, address)).kind).toBe('too-many');
});

test('S43 the person still gets in from another address', async () => {
  const { email } = await makePerson();
  await tryWrong(12, email, newAddress());
  expect((await tryOnce(email, password, newAddress())).kind).toBe('signed-in');
});

test('S43 1,000 guesses at once lead to at most 10 verifications', async () => {
  const { userId, email } = await makePerson();
  const address = newAddress();
  const results = await Promise.allSettled(
    Array.from({ length: 1000 }, (_, n) => tryOnce(email, `guess number ${n}`, address)),
  );
  const kinds = results.map((result) => (result.status === 'fulfilled' ? result.value.kind : 'turned away'));
  // On a busy machine a thousand at once may find no connection in time: who is turned away so guesses nothing.
  const turnedAway = results.filter((result) => result.status === 'rejected');
  for (const { reason } of turnedAway) expect(isTransient(reason)).toBe(true);
  const wrong = kinds.filter((kind) => kind === 'wrong').length;
  expect(kinds).toContain('too-many');
  expect(kinds.filter((kind) => kind === 'signed-in')).toHaveLength(0);
  // Each verification of a wrong password leaves exactly one of these.
  const verified = await db().auditEvent.count({ where: { action: 'session.refuse', detail: { contains: userId } } });
  expect(verified).toBeGreaterThanOrEqual(wrong);
  expect(verified).toBeLessThanOrEqual(10);
  const counted = await db().signInAttempt.count({ where: { accountKey: email } });
  expect(counted).toBeLessThanOrEqual(10 + turnedAway.length);
});

test('S43 a hundred tries from one address are the end for every account', async () => {
  const address = newAddress();
  for (let n = 0; n < 10; n += 1) await tryWrong(10, (await makePerson()).email, address);
  const { email } = await makePerson();
  expect((await tryOnce(email, password, address)).kind).toBe('too-many');
  expect((await tryOnce(email, password, newAddress())).kind).toBe('signed-in');
});

test('S43 all addresses of one IPv6 network count as one', async () => {
  const { email } = await makePerson();
  for (let n = 1; n <= 10; n += 1) await tryOnce(email, 'wrong', `2001:db8:7:7::${n.toString(16)}`);
  expect((await tryOnce(email, password, '2001:db8:7:7:ffff::1')).kind).toBe('too-many');
  expect((await tryOnce(email, password, '2001:db8:7:8::1')).kind).toBe('signed-in');
});

test('where addresses cannot be known only the account is limited', async () => {
  const { email } = await makePerson();
  await tryWrong(10, email, null);
  expect((await tryOnce(email, password, null)).kind).toBe('too-many');
  for (let n = 0; n < 10; n += 1) await tryWrong(10, (await makePerson()).email, null);
  const other = await makePerson();
  expect((await tryOnce(other.email, password, null)).kind).toBe('signed-in');
});

test('a quarter of an hour after the last try that counted one may try again, and refused tries do not count', async () => {
  const { email } = await makePerson();
  const address = newAddress();
  await tryWrong(10, email, address);
  await db().signInAttempt.updateMany({
    where: { accountKey: email },
    data: { at: new Date(Date.now() - attemptLimits.windowMs + 2_000) },
  });
  expect((await tryOnce(email, password, address)).kind).toBe('too-many');
  await db().signInAttempt.updateMany({
    where: { accountKey: email },
    data: { at: new Date(Date.now() - attemptLimits.windowMs) },
  });
  expect((await tryOnce(email, password, address)).kind).toBe('signed-in');
});

test('the right password gives back all tries', async () => {
  const { email } = await makePerson();
  const address = newAddress();
  await tryWrong(9, email, address);
  expect((await tryOnce(email, password, address)).kind).toBe('signed-in');
  expect(await tryWrong(10, email, address)).toEqual(Array(10).fill('wrong'));
});

test('sign-ins that succeed do not use up what an address may try', async () => {
  const { email } = await makePerson();
  const address = newAddress();
  for (let n = 0; n < 110; n += 1) expect((await tryOnce(email, password, address)).kind).toBe('signed-in');
});

/** The most rows of refused sign-ins that one minute has. */
async function mostInAMinute(address: { startsWith: string }): Promise<number> {
  const rows = await db().auditEvent.findMany({ where: { action: 'session.refuse', address } });
  const minutes = groupBy(rows, ({ at }) => Math.floor(at.getTime() / 60_000));
  return Math.max(...[...minutes.values()].map((some) => some.length));
}

test('S50 an address over its limit leaves one row a minute in the audit trail, whatever e-mail addresses it tries', async () => {
  const address = newAddress();
  const used = Array.from({ length: attemptLimits.perAddress }, () => ({
    accountKey: newId(),
    address,
    at: new Date(),
  }));
  await db().signInAttempt.createMany({ data: used.map((attempt) => ({ ...attempt, id: newId() })) });
  for (let n = 0; n < 300; n += 1) {
    expect((await tryOnce(`${n}-${newId()}@example.com`, password, address)).kind).toBe('too-many');
  }
  expect(await mostInAMinute({ startsWith: address })).toBe(1);
});

test('S50 nor do all the addresses of an IPv6 network leave more than one for an account', async () => {
  const { email } = await makePerson();
  const network = '2001:db8:50:50::';
  for (let n = 0; n < attemptLimits.perAccountAndAddress; n += 1) await tryOnce(email, 'wrong', network);
  await db().auditEvent.deleteMany({ where: { address: { startsWith: network } } });
  for (let n = 1; n <= 20; n += 1) {
    expect((await tryOnce(email, password, network + n.toString(16))).kind).toBe('too-many');
  }
  expect(await mostInAMinute({ startsWith: network })).toBe(1);
});

test('S50 where addresses cannot be known accounts that do not exist are one, and one that exists is named', async () => {
  const { email, userId } = await makePerson();
  const tried = [email, `${newId()}@example.com`, `${newId()}@example.com`];
  for (const each of tried) await tryWrong(attemptLimits.perAccountAndAddress, each, null);
  const before = new Date();
  for (const each of tried) expect((await tryOnce(each, password, null)).kind).toBe('too-many');
  const rows = await db().auditEvent.findMany({
    where: { action: 'session.refuse', address: null, at: { gte: before }, detail: { contains: 'too-many-tries' } },
  });
  expect(rows.filter(({ detail }) => detail.includes(userId))).toHaveLength(1);
  expect(rows.length).toBeLessThanOrEqual(3);
  expect(rows.map(({ detail }) => detail).join()).not.toContain('@');
});
