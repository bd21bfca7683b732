import { beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '@/lib/archives/open-archive';
import { type ArchiveItem, planArchive } from '@/lib/archives/plan-archive';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createDocument } from '@/lib/documents/create-document';
import { trashDocument } from '@/lib/documents/trash-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { grantRole } from '@/lib/shares/grant-role';
import { trashFolder } from '@/lib/trash/trash-folder';
import type { Actor } from '@/lib/users/actor';
import { makeDocument } from '../../make-document';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { bodyOf } from '../../streams';
import { turnsDuring } from '../../turns-during';

// While a server is waited for, the loop comes round anyway.
const isSqlite = !process.env.DATABASE_URL;

beforeAll(() => prepareDatabase({ guard: false }));

const folder = async (actor: Actor, name: string, parentId?: string) =>
  (await createFolder(actor, { parentId: parentId ?? (await ownRootFolder(actor)).id, name, mode: 'specific' })).id;
const documentIn = async (actor: Actor, folderId: string, name: string) =>
  (await createDocument(actor, { folderId, name, body: bodyOf('x'), origin: 'upload' })).id;
const document = (id: string): ArchiveItem => ({ kind: 'document', id });
const paths = async (actor: Actor, items: ArchiveItem[]) =>
  (await planArchive(actor, items)).entries.map(({ path, documentId }) => (documentId ? path : `${path}/`));

describe('what is in an archive', () => {
  test('a folder is a path, what lies in it follows, empty folders stay, and the trash is left out', async () => {
    const anna = await makePerson();
    const top = await folder(anna, 'Reports');
    const below = await folder(anna, '2026', top);
    await folder(anna, 'Empty', below);
    await documentIn(anna, top, 'a.docx');
    await documentIn(anna, below, 'b.docx');
    const gone = await documentIn(anna, below, 'gone.docx');
    await trashDocument(anna, { documentId: gone, by: 'page' });
    await trashFolder(anna, { folderId: await folder(anna, 'Old', top) });
    expect(await paths(anna, [{ kind: 'folder', id: top }])).toEqual([
      'Reports/',
      'Reports/a.docx',
      'Reports/2026/',
      'Reports/2026/b.docx',
      'Reports/2026/Empty/',
    ]);
  });

  test('things of one name from different places get different names; what is asked for twice is there once', async () => {
    const anna = await makePerson();
    const one = await makeDocument(anna, 'x', 'Letter.docx');
    const two = await documentIn(anna, await folder(anna, 'F'), 'letter.docx');
    expect(await paths(anna, [document(one), document(two), document(one)])).toEqual([
      'Letter.docx',
      'letter (1).docx',
    ]);
  });

  test('one thing that the person may not read refuses the whole, as if it did not exist', async () => {
    const [anna, boris] = [await makePerson(), await makePerson()];
    const own = await makeDocument(boris);
    const shared = await makeDocument(anna, 'x', 'Shared.docx');
    await grantRole(anna, { documentId: shared, userEmail: boris.email, role: 'viewer' });
    const secret = await makeDocument(anna, 'x', 'Secret.docx');
    const secretFolder = await folder(anna, 'Secret');
    expect(await paths(boris, [document(own), document(shared)])).toEqual(['Letter.docx', 'Shared.docx']);
    for (const item of [document(secret), { kind: 'folder', id: secretFolder } as const, document('x'.repeat(25))]) {
      await expect(planArchive(boris, [document(own), item])).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(planArchive(boris, [])).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('more than 10,000 documents and folders are refused with a sentence', async () => {
    const anna = await makePerson();
    const folderId = await folder(anna, 'Many');
    const [first = ''] = await makeDocuments(anna, folderId, 10_000);
    const item = { kind: 'folder', id: folderId } as const;
    await expect(planArchive(anna, [item])).rejects.toThrow('more than 10,000');
    await db().document.delete({ where: { id: first } });
    expect((await planArchive(anna, [item])).entries).toHaveLength(10_000);
  });

  test.runIf(isSqlite)('between the names in a folder the event loop has its turns', async () => {
    const anna = await makePerson();
    const plan = async (many: number) => {
      const id = await folder(anna, `${many}`);
      await makeDocuments(anna, id, many, (n) => `${n}${'\u0345'.repeat(110)}${'\u0334'.repeat(110)}`);
      return turnsDuring(() => planArchive(anna, [{ kind: 'folder', id }]));
    };
    expect((await plan(2000)) - (await plan(1))).toBeGreaterThan(4);
  });
});

test('a zip is called as its one folder, or after the day, and leaves a row in the audit trail', async () => {
  const anna = await makePerson();
  const id = await folder(anna, 'Reports 2026');
  const documentId = await makeDocument(anna);
  expect((await openArchive(anna, { items: [{ kind: 'folder', id }] })).name).toBe('Reports 2026.zip');
  const both = await openArchive(anna, { items: [document(documentId), { kind: 'folder', id }] });
  expect(both.name).toBe(`Lectern ${new Date().toISOString().slice(0, 10)}.zip`);
  const rows = await db().auditEvent.findMany({ where: { actorId: anna.userId, action: 'archive.download' } });
  expect(rows.map((row) => JSON.parse(row.detail))).toContainEqual({
    documents: 1,
    folders: 1,
    items: `document:${documentId} folder:${id}`,
  });
});
