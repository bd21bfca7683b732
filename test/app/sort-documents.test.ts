import { expect, test } from 'vitest';
import { readSort, sortDocuments, sortHref } from '@/app/(portal)/documents/sort-documents';
import type { DocumentListing } from '@/lib/documents/document-listing';
import { rightsOf } from '@/lib/shares/rights';

function listing(name: string, more: Partial<DocumentListing> = {}): DocumentListing {
  return {
    id: name,
    name,
    size: 1,
    modifiedAt: '2027-01-01T00:00:00.000Z',
    ownerId: 'me',
    ownerName: 'Zoe',
    isMine: true,
    rights: rightsOf.owner,
    editingBy: [],
    copyForbidden: false,
    recoveryCopies: [],
    ...more,
  };
}

const names = (documents: DocumentListing[]) => documents.map((document) => document.name);

test('names sort as people count: Letter 2 before Letter 10, whatever their case', () => {
  const sort = { column: 'name', direction: 'ascending' } as const;
  const documents = ['letter 10.docx', 'Letter 2.docx', 'Äpfel.xlsx', 'Zebra.pdf'].map((name) => listing(name));
  expect(names(sortDocuments(documents, sort, 'en-GB'))).toEqual([
    'Äpfel.xlsx',
    'Letter 2.docx',
    'letter 10.docx',
    'Zebra.pdf',
  ]);
});

test('by owner, my own documents come first', () => {
  const documents = [listing('a', { isMine: false, ownerName: 'Anna' }), listing('b')];
  expect(names(sortDocuments(documents, { column: 'owner', direction: 'ascending' }, 'en-GB'))).toEqual(['b', 'a']);
});

test('by modified and size, equal ones are in the order of their names both ways', () => {
  const documents = [listing('b'), listing('a'), listing('big', { size: 9, modifiedAt: '2027-02-01T00:00:00.000Z' })];
  for (const column of ['modified', 'size'] as const) {
    expect(names(sortDocuments(documents, { column, direction: 'descending' }, 'en-GB'))).toEqual(['big', 'a', 'b']);
    expect(names(sortDocuments(documents, { column, direction: 'ascending' }, 'en-GB'))).toEqual(['a', 'b', 'big']);
  }
});

test('the address says how the list is sorted, and nonsense in it means the last changed first', () => {
  const latest = { column: 'modified', direction: 'descending' };
  expect(readSort({})).toEqual(latest);
  expect(readSort({ sort: 'constructor', order: 'descending' })).toEqual(latest);
  expect(readSort({ sort: ['name', 'size'] })).toEqual(latest);
  expect(readSort({ sort: 'name', order: 'sideways' })).toEqual({ column: 'name', direction: 'ascending' });
});

test('a header sorts the useful way first and turns round when it is used again', () => {
  const latest = readSort({});
  expect(sortHref('size', latest)).toBe('/documents?sort=size&order=descending');
  expect(sortHref('name', latest)).toBe('/documents?sort=name&order=ascending');
  expect(sortHref('name', { column: 'name', direction: 'ascending' })).toBe('/documents?sort=name&order=descending');
  expect(sortHref('modified', latest)).toBe('/documents?sort=modified&order=ascending');
  expect(sortHref('modified', { column: 'modified', direction: 'ascending' })).toBe('/documents');
});
