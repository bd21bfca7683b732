import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { changeName } from '@/lib/users/change-name';
import { changePassword } from '@/lib/users/change-password';
import { chooseLocale } from '@/lib/users/choose-locale';
import { endOwnSession } from '@/lib/users/end-own-session';
import { findSession } from '@/lib/users/find-session';
import { listSessions } from '@/lib/users/list-sessions';
import { signIn } from '@/lib/users/sign-in';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';
import { sessionLife } from '@/lib/users/start-session';
import { makeDocument } from '../../make-document';
import { makePerson } from '../../make-person';

const password = 'correct horse battery';

/** The person in a new session of their own. */
async function inSession(person: Actor, userAgent: string | null = null): Promise<Actor & { sessionId: string }> {
  const result = await signIn({ email: person.email, password, address: '127.0.0.1', userAgent });
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return { ...person, sessionId: result.sessionId };
}

const nameOf = async (person: Actor) => (await db().user.findUniqueOrThrow({ where: { id: person.userId } })).name;
const events = (person: Actor, action: string) => db().auditEvent.count({ where: { action, actorId: person.userId } });

/** Whose sessions have tokens that are not revoked. */
async function liveTokens(person: Actor): Promise<(string | null)[]> {
  const rows = await db().accessToken.findMany({ where: { userId: person.userId, revokedAt: null } });
  return rows.map((row) => row.sessionId);
}

beforeAll(() => prepareDatabase({ guard: false }));

test('a person changes the name that others see, and it is recorded once', async () => {
  const anna = await makePerson();
  expect(await changeName(anna, { name: '  Anna \t Maria\u00a0Keller ' })).toEqual({ name: 'Anna Maria Keller' });
  await changeName(anna, { name: 'Anna Maria Keller' });
  expect(await nameOf(anna)).toBe('Anna Maria Keller');
  expect(await events(anna, 'user.rename')).toBe(1);
});

test.each(['李', 'Zoë', 'O’Brien', 'نگار\u200cراد', 'a'.repeat(100), '😀'.repeat(100)])(
  '%j is a name',
  async (name) => {
    const anna = await makePerson();
    await changeName(anna, { name });
    expect(await nameOf(anna)).toBe(name.normalize('NFC'));
  },
);

test.each([
  ['nothing', ''],
  ['blanks', ' \t\u00a0 '],
  ['only what nobody sees', '\u200d\u200c'],
  ['a character that turns text round', 'Anna\u202eretsaM'],
  ['an isolate', 'Anna\u2066'],
  ['a zero-width blank', 'An\u200bna'],
  ['a control character', 'Anna\u0007'],
  ['a NUL byte', 'Anna\u0000'],
  ['half a character', 'Anna\ud83d'],
  ['101 characters', 'a'.repeat(101)],
])('%s is no name', async (_, name) => {
  const anna = await makePerson();
  await expect(changeName(anna, { name })).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await nameOf(anna)).toBe('Anna Keller');
});

test('a language that was chosen is known to the next session, and can be taken back', async () => {
  const anna = await makePerson();
  const { sessionId } = await inSession(anna);
  expect((await findSession(sessionId))?.person.locale).toBeNull();
  await chooseLocale(anna, { locale: 'de' });
  expect((await findSession(sessionId))?.person.locale).toBe('de');
  await chooseLocale(anna, { locale: null });
  expect((await findSession(sessionId))?.person.locale).toBeNull();
  expect(await events(anna, 'user.choose-locale')).toBe(2);
});

test('sessions are listed for their person only: this one first, then the one used last, none that has run out', async () => {
  const [anna, bert] = [await makePerson(), await makePerson('Bert Vogel')];
  await inSession(bert);
  const here = await inSession(anna, 'here');
  const [older, newer, idle, over] = [
    await inSession(anna, 'older'),
    await inSession(anna, 'newer'),
    await inSession(anna),
    await inSession(anna),
  ];
  const ago = (ms: number) => new Date(Date.now() - ms);
  const age = (of: { sessionId: string }, data: { seenAt: Date } | { expiresAt: Date }) =>
    db().session.update({ where: { id: of.sessionId }, data });
  await age(here, { seenAt: ago(120_000) });
  await age(older, { seenAt: ago(60_000) });
  await age(idle, { seenAt: ago(sessionLife.idleMs) });
  await age(over, { expiresAt: ago(0) });
  const sessions = await listSessions(here);
  expect(sessions.map(({ id, isHere, userAgent }) => ({ id, isHere, userAgent }))).toEqual([
    { id: here.sessionId, isHere: true, userAgent: 'here' },
    { id: newer.sessionId, isHere: false, userAgent: 'newer' },
    { id: older.sessionId, isHere: false, userAgent: 'older' },
  ]);
  expect(sessions[0]?.address).toBe('127.0.0.1');
});

test('a session that is ended from another one is over at once, and only its tokens are revoked', async () => {
  const anna = await makePerson();
  const [here, there] = [await inSession(anna), await inSession(anna)];
  const documentId = await makeDocument(anna);
  const wanted = { documentId, ceiling: 'edit', client: 'document-server' } as const;
  for (const actor of [here, there]) await issueToken(actor, wanted);
  await endOwnSession(here, { sessionId: there.sessionId });
  expect(await findSession(there.sessionId)).toBeNull();
  expect(await findSession(here.sessionId)).not.toBeNull();
  expect(await liveTokens(anna)).toEqual([here.sessionId]);
  expect(await events(anna, 'session.end')).toBe(1);
  await expect(endOwnSession(here, { sessionId: there.sessionId })).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody ends the session of somebody else, and the refusal does not say whether it exists', async () => {
  const [anna, bert] = [await makePerson(), await makePerson('Bert Vogel')];
  const [mine, theirs] = [await inSession(anna), await inSession(bert)];
  const refusals = await Promise.all(
    [theirs.sessionId, '0'.repeat(26), '', '%'].map((sessionId) =>
      endOwnSession(mine, { sessionId }).catch((error: unknown) => String(error)),
    ),
  );
  expect(new Set(refusals).size).toBe(1);
  expect(await findSession(theirs.sessionId)).not.toBeNull();
});

test('of two who end a session at once one is told that it had ended', async () => {
  const anna = await makePerson();
  const [here, there] = [await inSession(anna), await inSession(anna)];
  const outcomes = await Promise.allSettled([1, 2].map(() => endOwnSession(here, { sessionId: there.sessionId })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await events(anna, 'session.end')).toBe(1);
});

test('signing out everywhere else keeps this session and its tokens, and revokes all others', async () => {
  const anna = await makePerson();
  const [here, there, further] = [await inSession(anna), await inSession(anna), await inSession(anna)];
  const documentId = await makeDocument(anna);
  for (const actor of [here, there, anna]) {
    await issueToken(actor, { documentId, ceiling: 'edit', client: 'document-server' });
  }
  expect(await signOutEverywhere(here, { here: false })).toEqual({ sessions: 2 });
  expect(await Promise.all([here, there, further].map(({ sessionId }) => findSession(sessionId)))).toEqual([
    expect.objectContaining({ id: here.sessionId }),
    null,
    null,
  ]);
  expect(await liveTokens(anna)).toEqual([here.sessionId]);
  expect(await events(anna, 'session.end-all')).toBe(1);
});

test('a change of password revokes the access tokens of other sessions and keeps those of this one', async () => {
  const anna = await makePerson();
  const [here, there] = [await inSession(anna), await inSession(anna)];
  const documentId = await makeDocument(anna);
  for (const actor of [here, there]) {
    await issueToken(actor, { documentId, ceiling: 'edit', client: 'document-server' });
  }
  await changePassword(here, { oldPassword: password, newPassword: 'another horse' });
  expect(await liveTokens(anna)).toEqual([here.sessionId]);
});

test('a token for viewing changes nothing in an account', async () => {
  const anna = await makePerson();
  const { sessionId } = await inSession(anna);
  const viewing = { ...anna, ceiling: 'view' as const };
  for (const refused of [
    changeName(viewing, { name: 'Bert' }),
    chooseLocale(viewing, { locale: 'de' }),
    listSessions(viewing),
    endOwnSession(viewing, { sessionId }),
    signOutEverywhere(viewing, { here: true }),
    changePassword(viewing, { oldPassword: password, newPassword: 'another horse' }),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await findSession(sessionId)).not.toBeNull();
});
