import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { listPage } from '@/lib/listings/list-page';
import { keepRecoveryCopy } from '@/lib/recovery/keep-recovery-copy';
import { purgeRecoveryCopies } from '@/lib/recovery/purge-recovery-copies';
import { storage } from '@/lib/storage/open-storage';
import type { Actor } from '@/lib/users/actor';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

const mostCopies = 10;
const day = 24 * 60 * 60_000;

const keep = async (actor: Actor, documentId: string, text: string, lockSession: string | null) =>
  keepRecoveryCopy(actor, {
    ...{ documentId, stored: await store(text), reason: 'lock-conflict', lockId: 'A', lockSession },
  });
const textOf = async (key: string) => new Response(await storage().get(key)).text();
const copiesOf = (documentId: string, userId: string) =>
  db().recoveryCopy.findMany({ where: { documentId, userId }, orderBy: { createdAt: 'asc' } });
const texts = async (documentId: string, { userId }: Actor) => {
  const copies = await copiesOf(documentId, userId);
  return (await Promise.all(copies.map(({ storageKey }) => textOf(storageKey)))).sort();
};
const listed = async (actor: Actor) => {
  const scope = { place: 'folder' as const, folderId: (await ownRootFolder(actor)).id };
  const sort = { column: 'name' as const, direction: 'ascending' as const };
  const [document] = (await listPage(actor, { scope, sort, kind: null, after: null, limit: 10 })).documents;
  return document;
};
/** Refused saves of as many sessions as there may be, the first the oldest. */
async function full(actor: Actor) {
  const documentId = await makeDocument(actor);
  for (let n = 0; n < mostCopies; n += 1) {
    await keep(actor, documentId, `text ${n}`, `session ${n}`);
    const [newest] = await db().recoveryCopy.findMany({
      where: { documentId },
      orderBy: { createdAt: 'desc' },
      take: 1,
    });
    const createdAt = new Date(Date.now() - (mostCopies - n) * 60_000);
    await db().recoveryCopy.update({ where: { id: newest?.id ?? '' }, data: { createdAt } });
  }
  return { documentId, copies: await copiesOf(documentId, actor.userId) };
}

describe('at the bound of refused saves of a person for a document', () => {
  test('the oldest goes that was resolved, with its bytes', async () => {
    const anna = await makePerson();
    const { documentId, copies } = await full(anna);
    const resolved = [copies[4], copies[6]].map((copy) => copy?.id ?? '');
    await db().recoveryCopy.updateMany({ where: { id: { in: resolved } }, data: { resolvedAt: new Date() } });
    await keep(anna, documentId, 'newest', 'session 0');
    const left = await texts(documentId, anna);
    expect(left).toHaveLength(mostCopies);
    expect(left).not.toContain('text 4');
    expect(left).toEqual(expect.arrayContaining(['newest', 'text 0', 'text 6']));
    await expect(storage().get(copies[4]?.storageKey ?? '')).rejects.toMatchObject({ code: 'content-missing' });
  });

  test('where none is resolved, an older one of the same session goes', async () => {
    const anna = await makePerson();
    const { documentId } = await full(anna);
    await keep(anna, documentId, 'newest', 'session 3');
    const left = await texts(documentId, anna);
    expect(left).toHaveLength(mostCopies);
    expect(left).not.toContain('text 3');
    expect((await listed(anna))?.hasManyCopies).toBe(false);
  });

  test('where nothing may go the newest is kept all the same, and the list says so', async () => {
    const anna = await makePerson();
    const { documentId } = await full(anna);
    for (const session of ['another session', null]) await keep(anna, documentId, `of ${session}`, session);
    expect(await texts(documentId, anna)).toHaveLength(mostCopies + 2);
    expect(await listed(anna)).toMatchObject({ hasManyCopies: true });
  });

  test('saves without a lock are one session of their person: the newest ten stay, and those of lock sessions', async () => {
    const anna = await makePerson();
    const documentId = await makeDocument(anna);
    await keep(anna, documentId, 'under a lock', 'session 0');
    for (let n = 10; n < 35; n += 1) {
      await keep(anna, documentId, `text ${n}`, null);
      // Two in the same millisecond have no order.
      await db().recoveryCopy.updateMany({
        where: { documentId, createdAt: { gt: new Date(Date.now() - 60_000) } },
        data: { createdAt: new Date(Date.now() - (100 - n) * 60_000) },
      });
    }
    const newest = Array.from({ length: mostCopies - 1 }, (_, n) => `text ${n + 26}`);
    expect(await texts(documentId, anna)).toEqual([...newest, 'under a lock']);
    expect((await listed(anna))?.hasManyCopies).toBe(false);
  });

  test('where other sessions have as many, one save without a lock stays beside them: the newest', async () => {
    const anna = await makePerson();
    const { documentId } = await full(anna);
    for (const text of ['first', 'second', 'third']) await keep(anna, documentId, text, null);
    const left = await texts(documentId, anna);
    expect(left).toHaveLength(mostCopies + 1);
    expect(left).toContain('third');
    expect(await listed(anna)).toMatchObject({ hasManyCopies: true });
  });

  test('refusals at once do not pass it together, and leave no bytes that nobody refers to', async () => {
    const [anna, boris] = [await makePerson(), await makePerson()];
    const documentId = await makeDocument(anna);
    const stored = await Promise.all(Array.from({ length: 60 }, (_, n) => store(`at once ${n}`)));
    await Promise.all(
      stored.map((each, n) => {
        const kept = { documentId, stored: each, reason: 'lock-conflict', lockId: null } as const;
        return keepRecoveryCopy(n % 2 ? anna : boris, { ...kept, lockSession: n % 4 < 2 ? null : 'one session' });
      }),
    );
    const copies = [...(await copiesOf(documentId, anna.userId)), ...(await copiesOf(documentId, boris.userId))];
    for (const { userId } of [anna, boris]) {
      const own = copies.filter((copy) => copy.userId === userId);
      expect(own.length).toBeLessThanOrEqual(mostCopies + 1);
      expect(own.length).toBeGreaterThanOrEqual(mostCopies);
    }
    const held = new Set(copies.map(({ storageKey }) => storageKey));
    for (const { key } of stored) {
      const isThere = await storage()
        .get(key)
        .then(
          (body) => body.cancel().then(() => true),
          () => false,
        );
      expect(isThere).toBe(held.has(key));
    }
  });

  test('another person’s never go', async () => {
    const [anna, boris] = [await makePerson(), await makePerson()];
    const { documentId, copies } = await full(anna);
    await db().recoveryCopy.updateMany({
      where: { id: { in: copies.map(({ id }) => id) } },
      data: { lockSession: 'one session', resolvedAt: new Date() },
    });
    for (let n = 0; n < mostCopies + 1; n += 1) await keep(boris, documentId, `his ${n}`, 'one session');
    expect(await texts(documentId, anna)).toHaveLength(mostCopies);
    expect(await texts(documentId, boris)).toHaveLength(mostCopies);
  });
});

test('refused saves are deleted after 30 days with their bytes; in the week before the list says when', async () => {
  const anna = await makePerson();
  const documentId = await makeDocument(anna);
  for (const text of ['old', 'leaving', 'young']) await keep(anna, documentId, text, text);
  const [old, leaving, young] = await copiesOf(documentId, anna.userId);
  const now = new Date();
  const age = (copy: typeof old, ms: number) =>
    db().recoveryCopy.update({ where: { id: copy?.id ?? '' }, data: { createdAt: new Date(now.getTime() - ms) } });
  await age(old, 30 * day + 1000);
  const { createdAt } = await age(leaving, 23 * day + 60_000);
  await age(young, 23 * day - 60_000);
  expect(await purgeRecoveryCopies(now)).toBe(1);
  await expect(storage().get(old?.storageKey ?? '')).rejects.toMatchObject({ code: 'content-missing' });
  const shown = new Map((await listed(anna))?.recoveryCopies.map(({ id, goesAt }) => [id, goesAt]));
  expect(shown).toEqual(
    new Map([
      [leaving?.id, new Date(createdAt.getTime() + 30 * day).toISOString()],
      [young?.id, null],
    ]),
  );
  const event = await db().auditEvent.findFirstOrThrow({ where: { action: 'recovery.purge', documentId } });
  expect(JSON.parse(event.detail)).toEqual({ of: anna.userId });
});
