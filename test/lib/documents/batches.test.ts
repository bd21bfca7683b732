import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { batchSize } from '@/lib/db/in-batch';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { copyDocuments } from '@/lib/documents/copy-documents';
import { moveDocuments } from '@/lib/documents/move-documents';
import { trashDocument } from '@/lib/documents/trash-document';
import { trashDocuments } from '@/lib/documents/trash-documents';
import { untrashDocuments } from '@/lib/documents/untrash-documents';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { storage } from '@/lib/storage/open-storage';
import { deleteDocuments } from '@/lib/trash/delete-documents';
import { trashFolder } from '@/lib/trash/trash-folder';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { sentStatements } from '../listings/sent-statements';

beforeAll(() => prepareDatabase({ guard: false }));

async function home(person: Actor) {
  const root = await ownRootFolder(person);
  const folder = (name: string) => createFolder(person, { parentId: root.id, name, mode: 'suggested' });
  return { root, folder };
}
const row = (id: string) => db().document.findUniqueOrThrow({ where: { id } });
const isCommit = (statement: string) => /^COMMIT/i.test(statement);

/** The transactions and statements of some work. */
async function counted(work: () => Promise<unknown>) {
  const statements = await sentStatements(work);
  return { transactions: statements.filter(isCommit).length, statements: statements.length };
}

describe('a whole batch of documents', () => {
  test('is trashed, taken back, moved and deleted for ever in one transaction each, with few statements', async () => {
    const anna = await makePerson();
    const { root, folder } = await home(anna);
    const target = await folder('Target');
    const documentIds = await makeDocuments(anna, root.id, batchSize);
    const keepBoth = documentIds.map((documentId) => ({ documentId, onClash: 'keep-both' as const }));
    const verbs = [
      () => trashDocuments(anna, { documentIds, by: 'page' }),
      () => untrashDocuments(anna, { items: keepBoth }),
      () => moveDocuments(anna, { items: keepBoth.map((item) => ({ ...item, folderId: target.id })) }),
      () => trashDocuments(anna, { documentIds, by: 'page' }),
      () => deleteDocuments(anna, { documentIds }),
    ];
    for (const verb of verbs) {
      const { transactions, statements } = await counted(async () => {
        const results = await verb();
        expect([...results.values()].filter(({ ok }) => ok)).toHaveLength(batchSize);
      });
      expect(transactions).toBe(1);
      expect(statements).toBeLessThan(25);
    }
    expect(await db().document.count({ where: { id: { in: documentIds } } })).toBe(0);
    const events = await db().auditEvent.groupBy({
      by: ['action'],
      where: { documentId: { in: documentIds } },
      _count: true,
      orderBy: { action: 'asc' },
    });
    expect(events.map(({ action, _count }) => [action, _count])).toEqual([
      ['document.delete', batchSize],
      ['document.move', batchSize],
      ['document.trash', 2 * batchSize],
      ['document.untrash', batchSize],
    ]);
  });

  test('refuses for one what is refused for one, and does the rest', async () => {
    const [anna, eve] = [await makePerson('Anna'), await makePerson('Eve')];
    const [free, edited, gone] = [await makeDocument(anna), await makeDocument(anna), await makeDocument(anna)];
    const hers = await makeDocument(eve);
    await lockDocument(anna, { documentId: edited, lockId: 'A' });
    await trashDocument(anna, { documentId: gone, by: 'page' });
    const results = await trashDocuments(anna, { documentIds: [free, edited, gone, hers, 'nonsense'], by: 'page' });
    const brief = [...results].map(([id, result]) => [id, result.ok ? result.isChanged : result.error.code]);
    expect(new Map(brief as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        [free, true],
        [edited, 'being-edited'],
        [gone, false],
        [hers, 'not-found'],
        ['nonsense', 'not-found'],
      ]),
    );
    expect((await row(hers)).trashedAt).toBeNull();
  });

  test('moved into one folder from many keeps every document: those of one name get numbers', async () => {
    const anna = await makePerson();
    const { folder } = await home(anna);
    const target = await folder('Target');
    const items: { documentId: string; folderId: string; onClash: 'refuse' | 'keep-both' }[] = [];
    for (let n = 0; n < 3; n += 1) {
      const [documentId] = await makeDocuments(anna, (await folder('From')).id, 1);
      items.push({ documentId: documentId ?? '', folderId: target.id, onClash: n === 2 ? 'refuse' : 'keep-both' });
    }
    const results = await moveDocuments(anna, { items });
    const inOrder = items.map(({ documentId }) => results.get(documentId));
    expect(inOrder.map((result) => (result?.ok ? result.name : result?.error.code))).toEqual([
      'Report 0 of the year 2000, 0.docx',
      'Report 0 of the year 2000, 0 (1).docx',
      'name-taken',
    ]);
  });

  test('taken out of the trash goes where each was, or into the root folder where that has gone', async () => {
    const anna = await makePerson();
    const { root, folder } = await home(anna);
    const [kept, lost] = [await folder('Kept'), await folder('Lost')];
    const [a] = await makeDocuments(anna, kept.id, 1);
    const [b] = await makeDocuments(anna, lost.id, 1);
    const documentIds = [a ?? '', b ?? ''];
    await trashDocuments(anna, { documentIds, by: 'page' });
    await trashFolder(anna, { folderId: lost.id });
    await untrashDocuments(anna, {
      items: documentIds.map((documentId) => ({ documentId, onClash: 'keep-both' as const })),
    });
    expect((await row(a ?? '')).folderId).toBe(kept.id);
    expect((await row(b ?? '')).folderId).toBe(root.id);
  });

  test('copied has its bytes and rows; one whose bytes are missing is refused alone, and nothing is left behind', async () => {
    const anna = await makePerson();
    const { folder } = await home(anna);
    const target = await folder('Copies');
    const [good, bad] = [await makeDocument(anna, 'good words'), await makeDocument(anna, 'bad words')];
    await storage().delete((await row(bad)).storageKey);
    const before = await stored();
    const onClash = 'keep-both' as const;
    const results = await copyDocuments(anna, {
      items: [good, bad].map((documentId) => ({ documentId, folderId: target.id, onClash })),
    });
    expect(results.get(bad)).toMatchObject({ ok: false, error: { code: 'content-missing' } });
    const copy = results.get(good);
    const made = copy?.ok ? await row(copy.id) : null;
    expect(made).toMatchObject({ folderId: target.id, copiedFromId: good, version: 1, isConversion: false });
    expect(await new Response(await storage().get(made?.storageKey ?? '')).text()).toBe('good words');
    expect(await stored()).toBe(before + 1);
    expect(await db().version.count({ where: { documentId: made?.id ?? '' } })).toBe(1);
  });

  test('copied into a folder where the name is taken, without leave to take another, leaves no bytes', async () => {
    const anna = await makePerson();
    const documentId = await makeDocument(anna);
    const { root } = await home(anna);
    const before = await stored();
    const results = await copyDocuments(anna, { items: [{ documentId, folderId: root.id, onClash: 'refuse' }] });
    expect(results.get(documentId)).toMatchObject({ ok: false, error: { code: 'name-taken' } });
    expect(await stored()).toBe(before);
  });

  test('rows that were written in SQL are as Prisma writes them', async () => {
    const anna = await makePerson();
    const id = await makeDocument(anna);
    await db().document.update({ where: { id }, data: { trashedAt: new Date('2026-01-02T03:04:05.678Z') } });
    const { createdAt, modifiedAt } = await row(id);
    expect([createdAt, modifiedAt].every((date) => date instanceof Date)).toBe(true);
    await db().document.update({ where: { id }, data: { trashedAt: createdAt } });
    const found = await db()
      .$queryRaw`SELECT COUNT(*) AS "n" FROM "Document" WHERE "id" = ${id} AND "trashedAt" = "createdAt"`;
    expect(found).toEqual([{ n: 1n }]);
  });
});

async function stored(): Promise<number> {
  let count = 0;
  for await (const _ of storage().list()) count += 1;
  return count;
}
