import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inTransaction } from '@/lib/db/in-transaction';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { requireDocument } from '@/lib/documents/require-document';
import { type VersionOrigin, writeVersion } from '@/lib/documents/write-version';
import { lockDocument } from '@/lib/locks/lock-document';
import type { Actor } from '@/lib/users/actor';
import { makeDocument, store } from '../../make-document';
import { makePerson } from '../../make-person';

let anna: Actor;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson();
});

/** Two who saw the same row and write one after the other. */
async function twoSaw(documentId: string) {
  const seen = await requireDocument(anna, documentId, 'edit');
  return async (content: string, origin: VersionOrigin = 'save', guard = {}) => {
    const stored = await store(content);
    return inTransaction((tx) => writeVersion(tx, anna, seen, { stored, origin, editors: [], guard }));
  };
}

const everything = async (documentId: string) => [
  await db().document.findUniqueOrThrow({ where: { id: documentId }, include: { versions: true } }),
  await db().auditEvent.count({ where: { documentId } }),
];

describe('a version is written only', () => {
  test.each(['save', 'autosave', 'restore', 'copy'] as const)(
    'over the version that its writer saw: the second %s of two writes nothing',
    async (origin) => {
      const documentId = await makeDocument(anna);
      await lockDocument(anna, { documentId, lockId: 'A' });
      const write = await twoSaw(documentId);
      expect(await write('first', origin)).toMatchObject({ version: 2 });
      const before = await everything(documentId);
      expect(await write('second', origin)).toBeNull();
      expect(await everything(documentId)).toEqual(before);
    },
  );

  test('where the guard holds: a lock that was taken in between stands in the way', async () => {
    const documentId = await makeDocument(anna);
    const write = await twoSaw(documentId);
    await lockDocument(anna, { documentId, lockId: 'A' });
    const before = await everything(documentId);
    expect(await write('of another', 'save', { lockId: null })).toBeNull();
    expect(await everything(documentId)).toEqual(before);
  });

  test('into a document that is not in the trash by now', async () => {
    const documentId = await makeDocument(anna);
    const write = await twoSaw(documentId);
    await db().document.update({ where: { id: documentId }, data: { trashedAt: new Date(), liveName: null } });
    expect(await write('too late')).toBeNull();
    expect(await db().version.count({ where: { documentId } })).toBe(1);
  });
});
