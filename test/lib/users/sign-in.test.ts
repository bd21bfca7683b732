import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { newId } from '@/lib/shared/new-id';
import { createUser } from '@/lib/users/create-user';
import { disableUser } from '@/lib/users/disable-user';
import { findSession } from '@/lib/users/find-session';
import { hashPassword } from '@/lib/users/hash-password';
import { passwordWork } from '@/lib/users/password-work';
import { verifyPassword } from '@/lib/users/verify-password';
import { newAddress, tryOnce } from './try-sign-in';

const password = 'correct horse battery';

/** An account whose password is hashed as the product does it. */
async function makeAccount(): Promise<{ id: string; email: string }> {
  return createUser('operator', { email: `${newId()}@example.com`, name: 'Anna Keller', password });
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
