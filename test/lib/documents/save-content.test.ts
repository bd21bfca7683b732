import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { readContent } from '@/lib/documents/read-content';
import { type Save, saveContent } from '@/lib/documents/save-content';
import { lockDocument } from '@/lib/locks/lock-document';
import { newId } from '@/lib/shared/new-id';
import { findToken } from '@/lib/tokens/find-token';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';
import { textOf } from '../../streams';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson();
});

async function save(documentId: string, content: string, more: Partial<Save> = {}) {
  const stored = await store(content);
  const plain = { lockId: null, isAutosave: false, editors: [], expectedModifiedAt: null, signed: null };
  return saveContent(anna, { documentId, stored, ...plain, ...more });
}

async function current(documentId: string): Promise<string> {
  return textOf((await readContent(anna, { documentId })).body);
}

async function expireLock(documentId: string): Promise<void> {
  await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() - 1000) } });
}

describe('the lock decides whether a save goes through', () => {
  test('with the lock a save makes version 2', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    expect((await save(documentId, 'second words', { lockId: 'L' })).version).toBe(2);
    expect(await current(documentId)).toBe('second words');
  });

  test('an unlocked document that is not empty refuses, with the empty lock', async () => {
    const documentId = await makeDocument(anna);
    await expect(save(documentId, 'x')).rejects.toMatchObject({ code: 'lock-conflict', detail: { lock: '' } });
    expect(await current(documentId)).toBe('first words');
  });

  test('an unlocked empty document takes a save without a lock', async () => {
    const documentId = await makeDocument(anna, '');
    expect((await save(documentId, 'template')).version).toBe(2);
  });

  test('an empty document that somebody has locked refuses a save without the lock', async () => {
    const documentId = await makeDocument(anna, '');
    await lockDocument(anna, { documentId, lockId: 'L' });
    await expect(save(documentId, 'x')).rejects.toMatchObject({ code: 'lock-conflict', detail: { lock: 'L' } });
  });

  test('another lock refuses and names the lock in force', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    await expect(save(documentId, 'x', { lockId: 'M' })).rejects.toMatchObject({ detail: { lock: 'L' } });
  });

  test('an expired lock that nothing superseded still lets its holder save', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    await expireLock(documentId);
    expect((await save(documentId, 'after a long sleep', { lockId: 'L' })).version).toBe(2);
    expect((await save(documentId, 'and once more', { lockId: 'L' })).version).toBe(3);
  });

  test('an expired lock that another lock took over from refuses', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    await expireLock(documentId);
    await lockDocument(anna, { documentId, lockId: 'M' });
    await expect(save(documentId, 'x', { lockId: 'L' })).rejects.toMatchObject({ detail: { lock: 'M' } });
  });
});

describe('versions', () => {
  test('LastModifiedTime rises with each save, also within one millisecond', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    const times = [];
    for (let n = 0; n < 5; n += 1)
      times.push((await save(documentId, `words ${n}`, { lockId: 'L' })).modifiedAt.getTime());
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  test('autosaves of one lock session fold into one version while the counter rises', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    for (let n = 0; n < 3; n += 1) await save(documentId, `autosave ${n}`, { lockId: 'L', isAutosave: true });
    const rows = await db().version.findMany({ where: { documentId }, orderBy: { number: 'asc' } });
    expect(rows.map((row) => [row.number, row.origin])).toEqual([
      [1, 'upload'],
      [4, 'autosave'],
    ]);
    expect(await current(documentId)).toBe('autosave 2');
  });

  test('an autosave more than ten minutes after the first of the fold makes a version of its own', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    await save(documentId, 'autosave', { lockId: 'L', isAutosave: true });
    await db().version.updateMany({
      where: { documentId, number: 2 },
      data: { foldStartedAt: new Date(Date.now() - 601_000) },
    });
    await save(documentId, 'later autosave', { lockId: 'L', isAutosave: true });
    expect(await db().version.count({ where: { documentId } })).toBe(3);
  });

  test('a save by hand never folds into an autosave, nor an autosave into it', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    await save(documentId, 'autosave', { lockId: 'L', isAutosave: true });
    await save(documentId, 'by hand', { lockId: 'L' });
    await save(documentId, 'autosave again', { lockId: 'L', isAutosave: true });
    expect(await db().version.count({ where: { documentId } })).toBe(4);
  });

  test('parallel saves under one lock all become versions, none is lost', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) => save(documentId, `words ${n}`, { lockId: 'L' })),
    );
    expect(results.map((result) => result.version).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await db().version.count({ where: { documentId } })).toBe(9);
  });
});

describe('replays and timestamps', () => {
  test('an exact replay of an accepted save is refused, and changes nothing', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    const { token } = await issueToken(anna, { documentId, ceiling: 'edit', client: 'document-server' });
    const tokenId = (await findToken(token, null))?.id ?? newId();
    const signed = { tokenId, ticks: 639_310_441_686_550_000n };
    await save(documentId, 'once', { lockId: 'L', signed });
    await save(documentId, 'newer', { lockId: 'L', signed: { tokenId, ticks: signed.ticks + 10_000n } });
    await expect(save(documentId, 'once', { lockId: 'L', signed })).rejects.toMatchObject({ code: 'replayed' });
    expect(await current(documentId)).toBe('newer');
  });

  test('the same signed time of one token is a replay for one document only: a folder’s token saves many', async () => {
    const [first, second] = [await makeDocument(anna), await makeDocument(anna)];
    const { token } = await issueToken(anna, { documentId: first, ceiling: 'edit', client: 'document-server' });
    const signed = { tokenId: (await findToken(token, null))?.id ?? newId(), ticks: 639_310_441_686_550_000n };
    for (const documentId of [first, second]) {
      await lockDocument(anna, { documentId, lockId: 'L' });
      await save(documentId, 'once', { lockId: 'L', signed });
      await expect(save(documentId, 'again', { lockId: 'L', signed })).rejects.toMatchObject({ code: 'replayed' });
      expect(await current(documentId)).toBe('once');
    }
  });

  test('a save that expects another LastModifiedTime is refused', async () => {
    const documentId = await makeDocument(anna);
    await lockDocument(anna, { documentId, lockId: 'L' });
    const stale = save(documentId, 'x', { lockId: 'L', expectedModifiedAt: '2020-01-01T00:00:00.000Z' });
    await expect(stale).rejects.toMatchObject({ code: 'document-changed' });
    expect(await current(documentId)).toBe('first words');
  });
});
