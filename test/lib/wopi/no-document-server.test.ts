import { beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { discovery, refetchDiscovery } from '@/lib/wopi/discovery/discovery';
import { openDocument } from '@/lib/wopi/open-document';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';

let anna: Awaited<ReturnType<typeof makePerson>>;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson();
});

test('without a Document Server in the settings there is no discovery, and nothing is fetched', async () => {
  expect(await discovery()).toBeNull();
  expect(await refetchDiscovery()).toBeNull();
});

test.each([
  ['Letter.txt', { kind: 'editor', client: 'built-in', mode: 'edit', canEdit: true }],
  ['Notes.md', { kind: 'editor', client: 'built-in', mode: 'edit', canEdit: true }],
  ['Letter.docx', { kind: 'editor', client: 'built-in', mode: 'view', canEdit: false }],
  ['Scan.pdf', { kind: 'editor', client: 'built-in', mode: 'view', canEdit: false }],
  ['Photo.png', { kind: 'editor', client: 'built-in', mode: 'view', canEdit: false }],
  ['Sheet.xlsx', { kind: 'no-document-server' }],
  ['Film.mp4', { kind: 'unsupported-type' }],
])('without a Document Server the edit page of %s does what the built-in client can', async (name, expected) => {
  const documentId = await makeDocument(anna, 'x', name);
  expect(await openDocument(anna, { documentId, mode: 'edit', language: 'en-GB', theme: null })).toMatchObject(
    expected,
  );
});
