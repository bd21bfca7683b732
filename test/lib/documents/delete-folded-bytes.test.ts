import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { deleteFoldedBytes } from '@/lib/documents/delete-folded-bytes';
import { requireDocument } from '@/lib/documents/require-document';
import { trashDocument } from '@/lib/documents/trash-document';
import { writeVersion } from '@/lib/documents/write-version';
import { lockDocument } from '@/lib/locks/lock-document';
import { deleteDocuments } from '@/lib/trash/delete-documents';
import type { Actor } from '@/lib/users/actor';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';
import { storedKeys } from '../../stored-objects';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson();
});

const day = 24 * 60 * 60_000;
const inTime = (ms: number) => new Date(Date.now() + ms);

async function autosave(documentId: string, content: string): Promise<string> {
  const seen = await requireDocument(anna, documentId, 'edit');
  const stored = await store(content);
  await inTransaction((tx) => writeVersion(tx, anna, seen, { stored, origin: 'autosave', editors: [], guard: {} }));
  return stored.key;
}

test('what an autosave folds over stays for a day, and then its bytes go; those of versions stay', async () => {
  const documentId = await makeDocument(anna);
  await lockDocument(anna, { documentId, lockId: 'A' });
  const keys = [];
  for (const text of ['first', 'second', 'third']) keys.push(await autosave(documentId, text));
  const [first = '', second = '', third = ''] = keys;
  expect(await db().version.count({ where: { documentId } })).toBe(2);
  expect(await deleteFoldedBytes(inTime(day - 60_000))).toBe(0);
  expect(await storedKeys()).toEqual(expect.arrayContaining([first, second, third]));
  expect(await deleteFoldedBytes(inTime(day + 60_000))).toBe(2);
  const left = await storedKeys();
  expect([first, second, third].filter((key) => left.includes(key))).toEqual([third]);
  const versions = await db().version.findMany({ where: { documentId } });
  for (const { storageKey } of versions) expect(left).toContain(storageKey);
  expect(await db().foldedBytes.count()).toBe(0);
});

test('of a document that is deleted for ever nothing is left after a day', async () => {
  const documentId = await makeDocument(anna);
  const others = new Set(await storedKeys());
  others.delete((await db().version.findFirstOrThrow({ where: { documentId } })).storageKey);
  await lockDocument(anna, { documentId, lockId: 'A' });
  for (const text of ['one', 'two', 'three']) await autosave(documentId, text);
  await db().document.update({ where: { id: documentId }, data: { lockId: null, lockExpiresAt: null } });
  await trashDocument(anna, { documentId });
  await deleteDocuments(anna, { documentIds: [documentId] });
  await deleteFoldedBytes(inTime(day + 60_000));
  expect((await storedKeys()).filter((key) => !others.has(key))).toEqual([]);
});

test('bytes that a version names stay, whatever is written down', async () => {
  const documentId = await makeDocument(anna);
  const { storageKey } = await db().version.findFirstOrThrow({ where: { documentId } });
  await db().foldedBytes.create({ data: { storageKey, foldedAt: new Date(0) } });
  expect(await deleteFoldedBytes(new Date())).toBe(0);
  expect(await storedKeys()).toContain(storageKey);
});
