import { beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { requireDocument } from '@/lib/documents/require-document';
import { grantRole } from '@/lib/shares/grant-role';
import { findToken } from '@/lib/tokens/find-token';
import { issueToken, type TokenClient } from '@/lib/tokens/issue-token';
import { tradeTokens } from '@/lib/tokens/trade-tokens';
import type { Actor } from '@/lib/users/actor';
import { signIn } from '@/lib/users/sign-in';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';

let anna: Actor;
let documentId: string;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson('Anna');
  documentId = await makeDocument(anna, 'x', 'Notes.md');
});

async function person(role: 'viewer' | 'commenter' | 'reviewer' | 'editor'): Promise<Actor> {
  const made = await makePerson(role);
  await grantRole(anna, { documentId, userEmail: made.email, role });
  return made;
}

async function tokenOf(actor: Actor, client: TokenClient, isProven = false) {
  const { token } = await issueToken(actor, { documentId, ceiling: 'edit', client, isProven });
  const found = await findToken(token, null);
  if (!found) throw new Error('the token is not known');
  return found;
}

test.each([
  ['viewer', false, false],
  ['commenter', true, false],
  ['reviewer', true, false],
  ['editor', true, true],
] as const)(
  'a %s gets a token to edit for a Document Server that proves its requests: %s, for any other client: %s',
  async (role, server, byHand) => {
    const actor = await person(role);
    for (const [client, isProven, gets] of [
      ['document-server', true, server],
      ['document-server', false, byHand],
      ['built-in', true, byHand],
      ['operator', true, byHand],
    ] as const) {
      const issuing = tokenOf(actor, client, isProven);
      if (gets) expect((await issuing).actor.ceiling).toBe('edit');
      else await expect(issuing).rejects.toMatchObject({ code: 'not-found' });
    }
  },
);

test('a token lives for ten hours, and access_token_ttl says until when', async () => {
  const before = Date.now();
  const { token, expiresAt } = await issueToken(anna, { documentId, ceiling: 'view', client: 'document-server' });
  const tenHours = 10 * 3_600_000;
  expect(expiresAt).toBeGreaterThanOrEqual(before + tenHours);
  expect(expiresAt).toBeLessThanOrEqual(Date.now() + tenHours);
  expect(await findToken(token, null)).toMatchObject({ expiresAt, state: 'valid' });
});

test('whoever holds a token writes by hand until a proof says otherwise: an editor who was made a commenter does no more', async () => {
  const ben = await person('editor');
  const [server, own] = [await tokenOf(ben, 'document-server', true), await tokenOf(ben, 'built-in')];
  await grantRole(anna, { documentId, userEmail: ben.email, role: 'commenter' });
  for (const { actor } of [server, own]) {
    await expect(requireDocument(actor, documentId, 'save')).rejects.toMatchObject({ code: 'not-found' });
    expect((await requireDocument(actor, documentId, 'read')).id).toBe(documentId);
  }
  const proven = { ...server.actor, writesByHand: false };
  expect((await requireDocument(proven, documentId, 'save')).id).toBe(documentId);
});

test('what a token of the built-in client is traded for is of the same kind and the same session', async () => {
  const signedIn = await signIn({
    email: anna.email,
    password: 'correct horse battery',
    address: null,
    userAgent: null,
  });
  if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
  const { sessionId } = signedIn;
  const own = await tokenOf({ ...anna, sessionId }, 'built-in');
  const items = [{ resource: { kind: 'file' as const, documentId }, canChange: true }];
  const [traded = ''] = await tradeTokens(own.actor, items, own);
  const found = await findToken(traded, null);
  expect(found).toMatchObject({ client: 'built-in', expiresAt: own.expiresAt });
  expect(found?.actor).toMatchObject({ sessionId, writesByHand: true });
});
