// Measures lists on the database of the settings, which it fills first; scripts/bench-list.ts runs it.
// usage: node --import tsx scripts/bench-list-once.ts DOCUMENTS     (with an empty DATA_DIR)
import { dialect } from '@/lib/db/adapter';
import { closeDatabase } from '@/lib/db/close-database';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { listAncestors } from '@/lib/folders/list-ancestors';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { requireFolder } from '@/lib/folders/require-folder';
import { listPage } from '@/lib/listings/list-page';
import type { ListingQuery, Scope } from '@/lib/listings/listing-query';
import { makeDocuments } from '@/test/make-documents';
import { makePerson } from '@/test/make-person';

const times = 100;
const count = Number(process.argv[2]);

await prepareDatabase({ guard: false });
const anna = await makePerson();
const folder = await ownRootFolder(anna);
const started = performance.now();
const ids = await makeDocuments(anna, folder.id, count);
console.log(`  made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
const visits = ids.slice(0, 500).map((documentId, n) => ({ userId: anna.userId, documentId, at: new Date(n * 1000) }));
await db().visit.createMany({ data: visits });
// PostgreSQL does so by itself within a minute; SQLite never does.
if (dialect() === 'postgresql') await db().$executeRawUnsafe('ANALYZE');

const query = (scope: Scope, more: Partial<ListingQuery> = {}): ListingQuery => ({
  ...{ scope, sort: { column: 'name', direction: 'ascending' }, kind: null, after: null, limit: 100 },
  ...more,
});
const inFolder: Scope = { place: 'folder', folderId: folder.id };

/** What a folder's page reads. */
async function readFolder(more: Partial<ListingQuery>) {
  await requireFolder(anna, folder.id, 'read');
  await listAncestors(anna, folder.id);
  return listPage(anna, query(inFolder, more));
}

async function cursorOf(page: number, more: Partial<ListingQuery>): Promise<string | null> {
  let after: string | null = null;
  for (let n = 1; n < page; n += 1) after = (await listPage(anna, query(inFolder, { ...more, after }))).next;
  return after;
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < 10; n += 1) await work();
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const before = performance.now();
    await work();
    taken.push(performance.now() - before);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => `${(taken[Math.floor(times * share)] ?? 0).toFixed(1).padStart(7)} ms`;
  console.log(`  ${name.padEnd(36)} p50 ${at(0.5)}   p95 ${at(0.95)}`);
}

const newest = { sort: { column: 'modified', direction: 'descending' } } as const;
await measure('first page, by name', () => readFolder({}));
await measure('first page, the last changed first', () => readFolder(newest));
const byName = await cursorOf(50, {});
await measure('50th page, by name', () => readFolder({ after: byName }));
const byTime = await cursorOf(50, newest);
await measure('50th page, the last changed first', () => readFolder({ ...newest, after: byTime }));
await measure('search that finds all', () => listPage(anna, query({ place: 'search', text: 'report' })));
await measure('search that finds one', () => listPage(anna, query({ place: 'search', text: ', 77.' })));
await measure('recent', () => listPage(anna, query({ place: 'recent' })));
await closeDatabase();
