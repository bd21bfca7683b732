import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { changePassword } from '@/lib/users/change-password';
import { disableUser } from '@/lib/users/disable-user';
import { endSession } from '@/lib/users/end-session';
import { findSession } from '@/lib/users/find-session';
import { signIn } from '@/lib/users/sign-in';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';
import { sessionLife } from '@/lib/users/start-session';
import { makePerson } from '../../make-person';

const password = 'correct horse battery';

async function start(person: Actor): Promise<string> {
  const result = await signIn({ email: person.email, password, address: '127.0.0.1', userAgent: null });
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return result.sessionId;
}

/** An access token of the person, as a row: it needs a document. */
async function giveToken(person: Actor, sessionId: string): Promise<string> {
  const folder = await db().folder.findUniqueOrThrow({ where: { rootOfId: person.userId } });
  const now = new Date();
  const id = newId();
  const by = { ownerId: person.userId, createdById: person.userId, modifiedById: person.userId };
  const content = { version: 1, storageKey: newId(), size: 0n, sha256: '', createdAt: now, modifiedAt: now };
  await db().document.create({ data: { id, folderId: folder.id, name: `${id}.docx`, ...by, ...content } });
  const token = { id: newId(), tokenHash: newId(), userId: person.userId, documentId: id, sessionId };
  await db().accessToken.create({
    data: {
      ...token,
      ceiling: 'edit',
      client: 'document-server',
      issuedAt: now,
      expiresAt: new Date(Date.now() + 3.6e6),
    },
  });
  return token.id;
}

async function isRevoked(tokenId: string): Promise<boolean> {
  return (await db().accessToken.findUniqueOrThrow({ where: { id: tokenId } })).revokedAt !== null;
}

beforeAll(() => prepareDatabase({ guard: false }));

test('S44 every sign-in starts a session under a new id', async () => {
  const anna = await makePerson();
  const ids = [await start(anna), await start(anna)];
  expect(new Set(ids).size).toBe(2);
  expect(ids.every((id) => /^[a-z0-9]{26}$/.test(id))).toBe(true);
});

test('S44 a session that was ended elsewhere is over at once, and the others go on', async () => {
  const anna = await makePerson();
  const [here, there] = [await start(anna), await start(anna)];
  const token = await giveToken(anna, there);
  await endSession(there, '127.0.0.1');
  expect(await findSession(there)).toBeNull();
  expect((await findSession(here))?.person.id).toBe(anna.userId);
  expect(await isRevoked(token)).toBe(false);
});

test('ending a session twice is recorded once', async () => {
  const anna = await makePerson();
  const session = await start(anna);
  await Promise.all([endSession(session, null), endSession(session, null)]);
  await endSession(session, null);
  expect(await db().auditEvent.count({ where: { action: 'session.end', actorId: anna.userId } })).toBe(1);
});

test('S44 signing out everywhere ends every session and revokes every access token of this person only', async () => {
  const [anna, bert] = [await makePerson(), await makePerson('Bert Vogel')];
  const [one, two, foreign] = [await start(anna), await start(anna), await start(bert)];
  const [token, foreignToken] = [await giveToken(anna, one), await giveToken(bert, foreign)];
  await signOutEverywhere({ ...anna, sessionId: one }, { here: true });
  expect(await findSession(one)).toBeNull();
  expect(await findSession(two)).toBeNull();
  expect(await isRevoked(token)).toBe(true);
  expect(await findSession(foreign)).not.toBeNull();
  expect(await isRevoked(foreignToken)).toBe(false);
});

test('S44 a person who is disabled is out at once', async () => {
  const anna = await makePerson();
  const session = await start(anna);
  const token = await giveToken(anna, session);
  await disableUser('operator', { userId: anna.userId });
  expect(await findSession(session)).toBeNull();
  expect(await isRevoked(token)).toBe(true);
});

test('a session row that outlived its person being disabled opens nothing', async () => {
  const anna = await makePerson();
  const session = await start(anna);
  await db().user.update({ where: { id: anna.userId }, data: { disabledAt: new Date() } });
  expect(await findSession(session)).toBeNull();
});

test('only an administrator disables people, and nobody disables themselves', async () => {
  const [anna, bert] = [await makePerson(), await makePerson('Bert Vogel')];
  const administrator = { ...bert, isAdmin: true };
  await expect(disableUser(anna, { userId: bert.userId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(disableUser(administrator, { userId: bert.userId })).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(disableUser(administrator, { userId: newId() })).rejects.toMatchObject({ code: 'not-found' });
  await disableUser(administrator, { userId: anna.userId });
  await disableUser(administrator, { userId: anna.userId });
  expect(await db().auditEvent.count({ where: { action: 'user.disable', actorId: bert.userId } })).toBe(1);
});

test('S44 a change of password ends the other sessions and keeps this one', async () => {
  const anna = await makePerson();
  const [here, there] = [await start(anna), await start(anna)];
  const actor = { ...anna, sessionId: here };
  await changePassword(actor, { oldPassword: password, newPassword: 'another horse' });
  expect(await findSession(there)).toBeNull();
  expect(await findSession(here)).not.toBeNull();
  const again = { email: anna.email, address: '127.0.0.1', userAgent: null };
  expect((await signIn({ ...again, password })).kind).toBe('wrong');
  expect((await signIn({ ...again, password: 'another horse' })).kind).toBe('signed-in');
});

test('the password is changed only by who knows the old one, and guessing is limited', async () => {
  const anna = await makePerson();
  const actor = { ...anna, address: '10.9.9.9', sessionId: await start(anna) };
  const guess = (oldPassword: string) => changePassword(actor, { oldPassword, newPassword: 'another horse' });
  for (let n = 0; n < 10; n += 1) await expect(guess(`guess ${n}`)).rejects.toMatchObject({ code: 'wrong-password' });
  await expect(guess(password)).rejects.toMatchObject({ code: 'too-many-tries' });
  expect((await signIn({ email: anna.email, password, address: '10.9.9.8', userAgent: null })).kind).toBe('signed-in');
});

test('a new password that is too short is refused and changes nothing', async () => {
  const anna = await makePerson();
  const [here, there] = [await start(anna), await start(anna)];
  const change = changePassword({ ...anna, sessionId: here }, { oldPassword: password, newPassword: '1234567' });
  await expect(change).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await findSession(there)).not.toBeNull();
});

test('of two changes of password at once one wins', async () => {
  const anna = await makePerson();
  const actor = { ...anna, sessionId: await start(anna) };
  const outcomes = await Promise.allSettled(
    ['first password', 'second password'].map((newPassword) =>
      changePassword(actor, { oldPassword: password, newPassword }),
    ),
  );
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('S44 a session that was started with the old password does not outlive its change', async () => {
  for (let round = 0; round < 10; round += 1) {
    const anna = await makePerson();
    const change = changePassword(anna, { oldPassword: password, newPassword: 'another horse' });
    const signedIn = signIn({ email: anna.email, password, address: '10.8.0.1', userAgent: null });
    await change;
    const result = await signedIn;
    if (result.kind === 'signed-in') expect(await findSession(result.sessionId)).toBeNull();
    expect(await db().session.count({ where: { userId: anna.userId } })).toBe(0);
  }
});

test('a session ends after two weeks without a request, and 30 days after sign-in in any case', async () => {
  const anna = await makePerson();
  const idle = await start(anna);
  const ago = (ms: number) => new Date(Date.now() - ms);
  await db().session.update({ where: { id: idle }, data: { seenAt: ago(sessionLife.idleMs - 5_000) } });
  expect(await findSession(idle)).not.toBeNull();
  await db().session.update({ where: { id: idle }, data: { seenAt: ago(sessionLife.idleMs) } });
  expect(await findSession(idle)).toBeNull();
  const old = await start(anna);
  const { createdAt, expiresAt } = await db().session.findUniqueOrThrow({ where: { id: old } });
  expect(expiresAt.getTime() - createdAt.getTime()).toBe(30 * 24 * 60 * 60_000);
  await db().session.update({ where: { id: old }, data: { expiresAt: ago(0) } });
  expect(await findSession(old)).toBeNull();
});

test('a session is marked as seen at most once a minute', async () => {
  const anna = await makePerson();
  const session = await start(anna);
  const seenAt = async () => (await db().session.findUniqueOrThrow({ where: { id: session } })).seenAt.getTime();
  const first = await seenAt();
  await findSession(session);
  expect(await seenAt()).toBe(first);
  await db().session.update({ where: { id: session }, data: { seenAt: new Date(Date.now() - 61_000) } });
  await Promise.all([findSession(session), findSession(session)]);
  expect(await seenAt()).toBeGreaterThanOrEqual(first);
});

test.each(['', 'x', "' OR 1=1 --", 'A'.repeat(26), '0'.repeat(26), '\u0000'])('no session is named %j', async (id) => {
  expect(await findSession(id)).toBeNull();
  await endSession(id, null);
});
