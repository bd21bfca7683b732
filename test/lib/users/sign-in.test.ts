import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { isTransient } from '@/lib/db/is-transient';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { newId } from '@/lib/shared/new-id';
import { createUser } from '@/lib/users/create-user';
import { disableUser } from '@/lib/users/disable-user';
import { findSession } from '@/lib/users/find-session';
import { hashPassword } from '@/lib/users/hash-password';
import { passwordWork } from '@/lib/users/password-work';
import { signIn } from '@/lib/users/sign-in';
import { attemptLimits } from '@/lib/users/take-attempt';
import { verifyPassword } from '@/lib/users/verify-password';
import { makePerson } from '../../make-person';

const password = 'correct horse battery';

/** An account whose password is hashed as the product does it. Where tries are only counted, `makePerson` is quicker. */
async function makeAccount(): Promise<{ id: string; email: string }> {
  return createUser('operator', { email: `${newId()}@example.com`, name: 'Anna Keller', password });
}

let last = 0;
/** An address that no other test uses. */
function newAddress(): string {
  last += 1;
  return `10.1.${Math.floor(last / 250)}.${(last % 250) + 1}`;
}

function tryOnce(email: string, given: string, address: string | null) {
  return signIn({ email, password: given, address, userAgent: 'test' });
}

async function tryWrong(times: number, email: string, address: string | null): Promise<string[]> {
  const kinds: string[] = [];
  for (let n = 0; n < times; n += 1) kinds.push((await tryOnce(email, `wrong ${n}`, address)).kind);
  return kinds;
}

beforeAll(() => prepareDatabase({ guard: false }));

test('the right password starts a session that names the person', async () => {
  const account = await makeAccount();
  const address = newAddress();
  const result = await tryOnce(account.email, password, address);
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  expect(result).toMatchObject({ userId: account.id, email: account.email, name: 'Anna Keller' });
  expect((await findSession(result.sessionId))?.person.id).toBe(account.id);
  const row = await db().session.findUniqueOrThrow({ where: { id: result.sessionId } });
  expect(row).toMatchObject({ userId: account.id, address, userAgent: 'test' });
  expect(await db().auditEvent.count({ where: { actorId: account.id, action: 'session.start' } })).toBe(1);
});

test('the address may be typed in capitals, with blanks around it or with a full-width at sign', async () => {
  const { email } = await makeAccount();
  for (const spelling of [email.toUpperCase(), `  ${email} `, email.replace('@', '＠')]) {
    expect((await tryOnce(spelling, password, newAddress())).kind).toBe('signed-in');
  }
});

test('a password in another Unicode normal form is the same password', async () => {
  const email = `${newId()}@example.com`;
  await createUser('operator', { email, password: 'Grüße aus Köln'.normalize('NFC') });
  expect((await tryOnce(email, 'Grüße aus Köln'.normalize('NFD'), newAddress())).kind).toBe('signed-in');
});

test('S43 unknown address, wrong password and disabled account get the same answer', async () => {
  const account = await makeAccount();
  const disabled = await makeAccount();
  await disableUser('operator', { userId: disabled.id });
  const wrong = await tryOnce(account.email, 'not the password', newAddress());
  expect(wrong).toEqual({ kind: 'wrong' });
  expect(await tryOnce('nobody@example.com', password, newAddress())).toEqual(wrong);
  expect(await tryOnce(disabled.email, password, newAddress())).toEqual(wrong);
});

test('S43 without an account a password is hashed as long as with one', async () => {
  const hash = await hashPassword(password);
  await verifyPassword(null, 'the first call makes the decoy');
  /** Microseconds of processor time, which what else runs on the machine does not stretch. */
  const workOf = async (passwordHash: string | null) => {
    const before = process.cpuUsage();
    for (let n = 0; n < 5; n += 1) await verifyPassword(passwordHash, 'not the password');
    return process.cpuUsage(before).user;
  };
  // Without the decoy it would be a thousandth.
  expect(await workOf(null)).toBeGreaterThan((await workOf(hash)) / 10);
});

test('S43 known, unknown and disabled accounts wait for the same hashing, and too many at once are turned away', async () => {
  const account = await makeAccount();
  const disabled = await makeAccount();
  await disableUser('operator', { userId: disabled.id });
  let end = () => {};
  const hanging = new Promise<void>((resolve) => {
    end = resolve;
  });
  const full = Array.from({ length: 202 }, () => passwordWork(() => hanging));
  for (const email of [account.email, disabled.email, 'nobody@example.com']) {
    await expect(tryOnce(email, password, newAddress())).rejects.toMatchObject({ code: 'unavailable' });
  }
  end();
  await Promise.all(full);
  expect((await tryOnce(account.email, password, newAddress())).kind).toBe('signed-in');
});

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
  const { id, email } = await makeAccount();
  const address = newAddress();
  const results = await Promise.allSettled(
    Array.from({ length: 1000 }, (_, n) => tryOnce(email, `guess number ${n}`, address)),
  );
  const kinds = results.map((result) => (result.status === 'fulfilled' ? result.value.kind : 'turned away'));
  // On a busy machine a thousand at once may find no connection in time: they guess nothing then.
  for (const result of results) if (result.status === 'rejected') expect(isTransient(result.reason)).toBe(true);
  const wrong = kinds.filter((kind) => kind === 'wrong').length;
  expect(wrong).toBeGreaterThan(0);
  expect(kinds.filter((kind) => kind === 'signed-in')).toHaveLength(0);
  // Each verification of a wrong password leaves exactly one of these.
  const verified = await db().auditEvent.count({ where: { action: 'session.refuse', detail: { contains: id } } });
  expect(verified).toBeGreaterThanOrEqual(wrong);
  expect(verified).toBeLessThanOrEqual(10);
  expect(await db().signInAttempt.count({ where: { accountKey: email } })).toBeLessThanOrEqual(10);
}, 120_000);

test('S43 a hundred tries from one address are the end for every account', async () => {
  const address = newAddress();
  for (let n = 0; n < 10; n += 1) await tryWrong(10, (await makePerson()).email, address);
  const { email } = await makePerson();
  expect((await tryOnce(email, password, address)).kind).toBe('too-many');
  expect((await tryOnce(email, password, newAddress())).kind).toBe('signed-in');
}, 60_000);

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
}, 60_000);

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
}, 60_000);

test.each([
  ['no e-mail address', 'administrator', password],
  ['a NUL byte', 'a\u0000b@example.com', password],
  ['a lone surrogate', '\ud800@example.com', password],
  ['an endless address', `${'a'.repeat(5000)}@example.com`, password],
  ['an endless password', 'anna@example.com', 'x'.repeat(100_000)],
  ['no password', 'anna@example.com', ''],
])('%s is answered like a wrong password', async (_, email, given) => {
  expect(await tryOnce(email, given, newAddress())).toEqual({ kind: 'wrong' });
});
