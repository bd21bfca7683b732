import { beforeAll, describe, expect, test } from 'vitest';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { trashDocument } from '@/lib/documents/trash-document';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { listPage } from '@/lib/listings/list-page';
import type { ListingQuery, Scope } from '@/lib/listings/listing-query';
import { lockDocument } from '@/lib/locks/lock-document';
import { grantRole } from '@/lib/shares/grant-role';
import { setStar } from '@/lib/stars/set-star';
import { trashFolder } from '@/lib/trash/trash-folder';
import type { Actor } from '@/lib/users/actor';
import { noteVisit } from '@/lib/visits/note-visit';
import { makeDocument } from '../../make-document';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';

beforeAll(() => prepareDatabase({ guard: false }));

const asked = (scope: Scope, more: Partial<ListingQuery> = {}): ListingQuery => ({
  scope,
  sort: { column: 'name', direction: 'ascending' },
  kind: null,
  after: null,
  limit: 100,
  ...more,
});
const rootScope = async (person: Actor): Promise<Scope> => ({
  place: 'folder',
  folderId: (await ownRootFolder(person)).id,
});
const namesOf = (page: { folders: { name: string }[]; documents: { name: string }[] }) =>
  [...page.folders, ...page.documents].map((each) => each.name);

/** All pages of a list, one after the other. */
async function walk(person: Actor, query: ListingQuery): Promise<string[]> {
  const names: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listPage(person, { ...query, after });
    names.push(...namesOf(page));
    if (page.next === null) return names;
    after = page.next;
  }
}

describe('a folder', () => {
  test('lists folders first, then documents, by name as people count', async () => {
    const anna = await makePerson();
    const scope = await rootScope(anna);
    if (scope.place !== 'folder') throw new Error('no folder');
    for (const name of ['Letter 10.docx', 'letter 2.docx', 'Äpfel.xlsx', 'Zoo.docx']) {
      await makeDocument(anna, 'x', name);
    }
    for (const name of ['b', 'A']) await createFolder(anna, { parentId: scope.folderId, name, mode: 'specific' });
    const page = await listPage(anna, asked(scope));
    expect(namesOf(page)).toEqual(['A', 'b', 'Äpfel.xlsx', 'letter 2.docx', 'Letter 10.docx', 'Zoo.docx']);
    expect(page.total).toEqual({ folders: 2, documents: 4 });
    expect(page.next).toBeNull();
    const turned = await listPage(anna, asked(scope, { sort: { column: 'name', direction: 'descending' } }));
    expect(namesOf(turned)).toEqual(['b', 'A', 'Zoo.docx', 'Letter 10.docx', 'letter 2.docx', 'Äpfel.xlsx']);
    expect(namesOf(await listPage(anna, asked(scope, { kind: 'sheet' })))).toEqual(['Äpfel.xlsx']);
  });

  test.each(['name', 'owner', 'modified', 'size'] as const)(
    'pages sorted by %s meet without a gap and without a double, in both directions',
    async (column) => {
      const anna = await makePerson();
      const scope = await rootScope(anna);
      if (scope.place !== 'folder') throw new Error('no folder');
      for (let n = 0; n < 11; n += 1) await makeDocument(anna, 'x'.repeat(n % 4), `D ${n}.docx`);
      for (let n = 0; n < 3; n += 1)
        await createFolder(anna, { parentId: scope.folderId, name: `F ${n}`, mode: 'specific' });
      for (const direction of ['ascending', 'descending'] as const) {
        const whole = await walk(anna, asked(scope, { sort: { column, direction } }));
        expect(new Set(whole).size).toBe(14);
        for (const limit of [1, 2, 3, 5]) {
          expect(await walk(anna, asked(scope, { sort: { column, direction }, limit }))).toEqual(whole);
        }
      }
    },
  );

  test('a cursor that is nonsense begins anew', async () => {
    const anna = await makePerson();
    const scope = await rootScope(anna);
    await makeDocument(anna);
    for (const after of ['x', 'W10', Buffer.from('["documents","no time","y"]').toString('base64url')]) {
      const query = asked(scope, { after, sort: { column: 'modified', direction: 'descending' } });
      expect(namesOf(await listPage(anna, query))).toEqual(['Letter.docx']);
    }
  });

  test('says who is editing, what is starred, and that it changed', async () => {
    const anna = await makePerson();
    const scope = await rootScope(anna);
    const documentId = await makeDocument(anna);
    const before = await listPage(anna, asked(scope));
    expect(before.documents[0]).toMatchObject({ editingBy: [], isStarred: false, isMine: true });
    await lockDocument(anna, { documentId, lockId: 'A' });
    await setStar(anna, { kind: 'document', id: documentId }, true);
    const after = await listPage(anna, asked(scope));
    expect(after.documents[0]).toMatchObject({
      editingBy: [{ userId: anna.userId, name: anna.name }],
      isStarred: true,
    });
    expect(after.state).not.toBe(before.state);
    expect((await listPage(anna, asked(scope))).state).toBe(after.state);
  });
});

describe('the other lists', () => {
  test('shared, recent, starred and search show a person what they have access to and nothing else', async () => {
    const [anna, boris] = [await makePerson('Anna'), await makePerson('Boris')];
    const shared = await makeDocument(anna, 'x', 'Résumé 100%.docx');
    const secret = await makeDocument(anna, 'x', 'Resume secret.docx');
    await grantRole(anna, { documentId: shared, userEmail: boris.email, role: 'viewer' });
    const own = await makeDocument(boris, 'x', 'resume_own.docx');
    await noteVisit(boris, { documentId: own });
    await noteVisit(boris, { documentId: shared });
    await noteVisit(boris, { documentId: secret });
    await setStar(boris, { kind: 'document', id: shared }, true);
    const names = async (scope: Scope) => namesOf(await listPage(boris, asked(scope)));
    expect(await names({ place: 'shared' })).toEqual(['Résumé 100%.docx']);
    expect(await names({ place: 'recent' })).toEqual(['Résumé 100%.docx', 'resume_own.docx']);
    expect(await names({ place: 'starred' })).toEqual(['Résumé 100%.docx']);
    expect((await names({ place: 'search', text: 'RESUME' })).sort()).toEqual(['Résumé 100%.docx', 'resume_own.docx']);
    expect(await names({ place: 'search', text: '0%.' })).toEqual(['Résumé 100%.docx']);
    expect(await names({ place: 'search', text: 'e_o' })).toEqual(['resume_own.docx']);
    expect(await names({ place: 'search', text: 'nothing like it' })).toEqual([]);
    expect(await names({ place: 'search', text: '0%\0.\u200b' })).toEqual(['Résumé 100%.docx']);
    expect(await names({ place: 'search', text: '\0' })).toEqual([]);
    expect(await names({ place: 'search', text: '\u2a0c'.repeat(63) })).toEqual([]);
    expect(await names(await rootScope(anna))).toEqual(['Résumé 100%.docx']);
    await trashDocument(anna, { documentId: shared, by: 'page' });
    for (const place of ['shared', 'starred'] as const) expect(await names({ place })).toEqual([]);
    await expect(setStar(boris, { kind: 'document', id: secret }, true)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('the trash shows what was put there by itself, the last first, and only one’s own', async () => {
    const anna = await makePerson();
    const root = await ownRootFolder(anna);
    const folder = await createFolder(anna, { parentId: root.id, name: 'Old', mode: 'specific' });
    await makeDocument(anna, 'x', 'a.docx');
    const single = await makeDocument(anna, 'x', 'b.docx');
    await trashDocument(anna, { documentId: single, by: 'page' });
    await trashFolder(anna, { folderId: folder.id });
    const page = await listPage(anna, asked({ place: 'trash' }));
    expect(namesOf(page)).toEqual(['Old', 'b.docx']);
    expect(page.documents[0]?.rights.trash).toBe(true);
    expect(namesOf(await listPage(await makePerson(), asked({ place: 'trash' })))).toEqual([]);
    expect(namesOf(await listPage(anna, asked({ place: 'folder', folderId: root.id })))).toEqual(['a.docx']);
  });
});

test('a page of 3,000 documents is as long as its limit, and the pages after it reach every one', async () => {
  const anna = await makePerson();
  const scope = await rootScope(anna);
  if (scope.place !== 'folder') throw new Error('no folder');
  await makeDocuments(anna, scope.folderId, 3_000);
  const page = await listPage(anna, asked(scope));
  expect(page.documents).toHaveLength(100);
  expect(page.total.documents).toBe(3_000);
  expect(await walk(anna, asked(scope, { limit: 700 }))).toHaveLength(3_000);
});
