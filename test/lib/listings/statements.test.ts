import { beforeAll, describe, expect, test } from 'vitest';
import { dialect } from '@/lib/db/adapter';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { createFolder } from '@/lib/folders/create-folder';
import { listAncestors } from '@/lib/folders/list-ancestors';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { type ListingPage, listPage } from '@/lib/listings/list-page';
import type { ListingQuery, Scope } from '@/lib/listings/listing-query';
import { lockDocument } from '@/lib/locks/lock-document';
import { newId } from '@/lib/shared/new-id';
import { issueToken } from '@/lib/tokens/issue-token';
import type { Actor } from '@/lib/users/actor';
import { makeDocuments } from '../../make-documents';
import { makePerson } from '../../make-person';
import { sentStatements, sqlitePlan } from './sent-statements';

const many = 10_000;
let anna: Actor;
let small: Scope & { place: 'folder' };
let large: Scope & { place: 'folder' };

const asked = (scope: Scope, more: Partial<ListingQuery> = {}): ListingQuery => ({
  scope,
  sort: { column: 'name', direction: 'ascending' },
  kind: null,
  after: null,
  limit: 100,
  ...more,
});

/** A folder of Anna's with folders, documents, one that is edited and a save that waits. */
async function makeFolder(name: string, count: number): Promise<Scope & { place: 'folder' }> {
  const root = await ownRootFolder(anna);
  const folder = await createFolder(anna, { parentId: root.id, name, mode: 'specific' });
  await createFolder(anna, { parentId: folder.id, name: 'Below', mode: 'specific' });
  await makeDocuments(anna, folder.id, count);
  const scope = { place: 'folder', folderId: folder.id } as const;
  const [first, second] = (await listPage(anna, asked(scope))).documents;
  const documentId = first?.id ?? '';
  await issueToken(anna, { documentId, ceiling: 'edit', client: 'document-server' });
  const { lockSession } = await lockDocument(anna, { documentId, lockId: 'A' });
  await db().accessToken.updateMany({ where: { documentId }, data: { lockSession } });
  await db().recoveryCopy.create({
    data: {
      ...{ id: newId(), documentId: second?.id ?? '', userId: anna.userId, reason: 'lock-conflict' },
      ...{ storageKey: newId(), size: 5n, sha256: 'none', baseVersion: 1, createdAt: new Date() },
    },
  });
  return scope;
}

beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson();
  small = await makeFolder('Small', 10);
  large = await makeFolder('Large', many);
});

/** What a folder's page reads, and the statements that it took. */
async function readPage(query: ListingQuery & { scope: { place: 'folder' } }) {
  let page: ListingPage | undefined;
  const statements = await sentStatements(async () => {
    await requireFolder(anna, query.scope.folderId, 'read');
    await listAncestors(anna, query.scope.folderId);
    page = await listPage(anna, query);
  });
  if (!page) throw new Error('no page');
  return { page, statements };
}

async function cursorOf(page: number, sort: ListingQuery['sort']): Promise<string | null> {
  return page === 1 ? null : (await listPage(anna, asked(large, { sort, limit: (page - 1) * 100 }))).next;
}

describe('a folder of 10,000 documents', () => {
  test('shows its first page with five statements, as many as one of ten, though somebody edits and a save waits', async () => {
    const few = await readPage({ ...asked(small), scope: small });
    const first = await readPage({ ...asked(large), scope: large });
    expect(first.statements).toHaveLength(5);
    expect(few.statements).toHaveLength(5);
    expect(first.page.documents[0]?.editingBy).toHaveLength(1);
    expect(first.page.documents[1]?.recoveryCopies).toHaveLength(1);
    expect(first.page.total).toEqual({ folders: 1, documents: many });
  });

  test('answers with as much as its limit says and no more: ten rows of it are as long as a folder of ten', async () => {
    const few = await readPage({ ...asked(small, { limit: 11 }), scope: small });
    const ten = await readPage({ ...asked(large, { limit: 11 }), scope: large });
    expect(few.page.documents).toHaveLength(10);
    expect(ten.page.documents).toHaveLength(10);
    const [less, more] = [few, ten].map(({ page }) => JSON.stringify(page).length);
    expect(Number(more) - Number(less)).toBeLessThan(300);
  });

  test.each<[ListingQuery['sort']['column']]>([['name'], ['modified'], ['size'], ['owner']])(
    'shows its 50th page by %s with no more statements than its first',
    async (column) => {
      const sort = { column, direction: 'descending' } as const;
      const { page, statements } = await readPage({
        ...asked(large, { sort, after: await cursorOf(50, sort) }),
        scope: large,
      });
      expect(statements.length).toBeLessThanOrEqual(5);
      expect(page.documents).toHaveLength(100);
      expect(page.next).not.toBeNull();
    },
  );

  test.skipIf(!!process.env.LECTERN_TEST_POSTGRES)(
    'is read in the order of an index by name, time and size, both ways and deep down: no sorting of what is not shown',
    async () => {
      expect(dialect()).toBe('sqlite');
      for (const column of ['name', 'modified', 'size'] as const) {
        for (const direction of ['ascending', 'descending'] as const) {
          for (const number of [1, 3]) {
            const sort = { column, direction };
            const { statements } = await readPage({
              ...asked(large, { sort, after: await cursorOf(number, sort) }),
              scope: large,
            });
            const rows = statements.find((text) => text.includes('FROM "Document" d') && text.includes('ORDER BY'));
            const plan = sqlitePlan(rows ?? '', 'CO-ROUTINE d');
            expect(plan[0]).toMatch(
              /^SEARCH d USING INDEX Document_folderId_trashedAt_\w+_id_idx \(folderId=\? AND trashedAt=\?/,
            );
            if (number > 1) expect(plan[0]).toMatch(/,id\)[<>]\(\?,\?\)\)$/);
            expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN/);
          }
        }
      }
    },
  );

  test.skipIf(!!process.env.LECTERN_TEST_POSTGRES)(
    'does not slow down the other lists: none of them reads documents that are nobody’s business here',
    async () => {
      const scopes: Scope[] = [
        { place: 'shared' },
        { place: 'recent' },
        { place: 'starred' },
        { place: 'trash' },
        { place: 'search', text: 'year' },
      ];
      for (const scope of scopes) {
        const statements = await sentStatements(() => listPage(anna, asked(scope)));
        expect(statements.length).toBeLessThanOrEqual(3);
        for (const text of statements) expect(sqlitePlan(text).join('\n')).not.toMatch(/SCAN [fgsvx]\b/);
      }
    },
  );
});
