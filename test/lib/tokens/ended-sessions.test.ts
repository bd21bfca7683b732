import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { AppError } from '@/lib/errors';
import { childTokens } from '@/lib/tokens/child-tokens';
import { findToken } from '@/lib/tokens/find-token';
import { issueToken } from '@/lib/tokens/issue-token';
import { ownRow } from '@/lib/tokens/own-row';
import { tradeTokens } from '@/lib/tokens/trade-tokens';
import type { Actor } from '@/lib/users/actor';
import { changePassword } from '@/lib/users/change-password';
import { disableUser } from '@/lib/users/disable-user';
import { endOwnSession } from '@/lib/users/end-own-session';
import { signIn } from '@/lib/users/sign-in';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';

const password = 'correct horse battery';
const client = 'document-server';
const rounds = 2;

type Elsewhere = Actor & { sessionId: string };
type Found = NonNullable<Awaited<ReturnType<typeof findToken>>>;

async function inSession(person: Actor): Promise<Elsewhere> {
  const result = await signIn({ email: person.email, password, address: null, userAgent: null });
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  return { ...person, sessionId: result.sessionId };
}

/** A person here and in a session elsewhere, with a document and a token of it that the other session has. */
async function elsewhere() {
  const here = await inSession(await makePerson());
  const there = await inSession(here);
  const documentId = await makeDocument(here, 'x', 'Letter.docx');
  const { token } = await issueToken(there, { documentId, ceiling: 'edit', client });
  const found = await findToken(token, null);
  if (!found) throw new Error('the token is not known');
  return { here, there, documentId, found };
}

const file = (documentId: string) => ({ resource: { kind: 'file' as const, documentId }, canChange: true });

/** The ways to a further token, from a session or from a token. @returns the token */
const ways: Record<string, (at: { there: Elsewhere; documentId: string; found: Found }) => Promise<string>> = {
  'asks for a token': async ({ there, documentId }) =>
    (await issueToken(there, { documentId, ceiling: 'edit', client })).token,
  'trades the token that it has': async ({ found, documentId }) =>
    (await tradeTokens(found.actor, [file(documentId)], found))[0] ?? '',
  'writes with the token of a child': async ({ found, documentId }) => {
    const named = { kind: 'file' as const, fileId: documentId };
    const [token = ''] = await childTokens(found, [{ named, canChange: true }]);
    const child = await findToken(token, null, named);
    if (child?.state !== 'valid') throw new AppError('token-invalid', 'as at the door');
    await ownRow(child);
    return token;
  },
};

const ends: Record<string, (here: Elsewhere, there: Elsewhere) => Promise<unknown>> = {
  'signs out everywhere else': (here) => signOutEverywhere(here, { here: false }),
  'ends that session': (here, there) => endOwnSession(here, { sessionId: there.sessionId }),
  'gets a new password': (here) =>
    changePassword(here, { oldPassword: password, newPassword: 'another long password' }),
  'is disabled': (here) => disableUser('operator', { userId: here.userId }),
};

beforeAll(() => prepareDatabase({ guard: false }));

describe.each(Object.entries(ways))('S44: a session that %s again and again', (_, ask) => {
  test.each(Object.entries(ends))('has no token that is good once the person %s', async (__, end) => {
    for (let round = 0; round < rounds; round += 1) {
      const at = await elsewhere();
      const asked: Promise<{ code: unknown } | null>[] = [];
      const answer = () =>
        ask(at).then(
          () => null,
          (error: { code: unknown }) => error,
        );
      // Some before the end begins, some while it goes on, all of them at once with it.
      for (let n = 0; n < 20; n += 1) asked.push(answer());
      const ended = end(at.here, at.there);
      for (let n = 0; n < 20; n += 1) asked.push(answer());
      await ended;
      const codes = (await Promise.all(asked)).flatMap((refusal) => refusal?.code ?? []);
      expect(codes.filter((code) => code !== 'not-signed-in' && code !== 'token-invalid')).toEqual([]);
      const good = await db().accessToken.count({
        where: { userId: at.here.userId, sessionId: at.there.sessionId, revokedAt: null },
      });
      expect(good).toBe(0);
      await expect(ask(at)).rejects.toMatchObject({ code: expect.stringMatching(/^(not-signed-in|token-invalid)$/) });
    }
  });
});

test('what was let in before the session ended makes no further token and no row afterwards', async () => {
  const { here, documentId, found } = await elsewhere();
  const named = { kind: 'file' as const, fileId: documentId };
  const [token = ''] = await childTokens(found, [{ named, canChange: true }]);
  const child = await findToken(token, null, named);
  if (!child) throw new Error('the child’s token is not known');
  await signOutEverywhere(here, { here: false });
  await expect(ownRow(child)).rejects.toMatchObject({ code: 'token-invalid' });
  for (const own of [child, found]) {
    await expect(tradeTokens(own.actor, [file(documentId)], own)).rejects.toMatchObject({ code: 'token-invalid' });
  }
  expect(await db().accessToken.count({ where: { userId: here.userId, revokedAt: null } })).toBe(0);
});

test('the session that goes on asks for tokens and trades them while the others end', async () => {
  const { here, documentId } = await elsewhere();
  const { token } = await issueToken(here, { documentId, ceiling: 'edit', client });
  const found = await findToken(token, null);
  if (!found) throw new Error('the token is not known');
  const [, ...issued] = await Promise.all([
    signOutEverywhere(here, { here: false }),
    ...Array.from({ length: 10 }, async () => (await issueToken(here, { documentId, ceiling: 'edit', client })).token),
    ...Array.from({ length: 10 }, async () => (await tradeTokens(found.actor, [file(documentId)], found))[0] ?? ''),
  ]);
  for (const each of issued) expect((await findToken(each, null))?.state).toBe('valid');
});

test('a person of no session, as the command line has them, gets a token, and none when disabled', async () => {
  const person = await makePerson();
  const documentId = await makeDocument(person, 'x', 'Letter.docx');
  const ask = () => issueToken(person, { documentId, ceiling: 'edit', client: 'operator' });
  expect((await findToken((await ask()).token, null))?.state).toBe('valid');
  await disableUser('operator', { userId: person.userId });
  await expect(ask()).rejects.toMatchObject({ code: 'not-signed-in' });
});
