import { beforeAll, describe, expect, test } from 'vitest';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { type DocumentRow, requireDocument } from '@/lib/documents/require-document';
import { maxTextBytes, previewExtensions, textExtensions } from '@/lib/shared/built-in-types';
import type { Device } from '@/lib/shared/device';
import { splitName } from '@/lib/shared/file-names';
import { rightsOf } from '@/lib/shares/rights';
import { builtInDiscovery } from '@/lib/wopi/discovery/built-in-discovery';
import { type Discovery, parseDiscovery } from '@/lib/wopi/discovery/parse-discovery';
import { waysToOpen } from '@/lib/wopi/ways-to-open';
import { applySettings } from '@/test/apply-settings';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';
import { discoveryDocument } from '@/test/wopi-client/discovery-document';

const base = 'http://docs.example';
const server = parseDiscovery(discoveryDocument(base, ''), base);
let row: DocumentRow;

beforeAll(async () => {
  applySettings({ DOCUMENT_SERVER_URL: base, WOPI_PROOF: 'require' });
  await prepareDatabase({ guard: false });
  const anna = await makePerson();
  row = await requireDocument(anna, await makeDocument(anna, 'x', 'A.txt'), 'read');
});

/** As `client app action`, for example "built-in text edit". */
function ways(
  name: string,
  more: { server?: Discovery | null; size?: number; role?: keyof typeof rightsOf; device?: Device } = {},
) {
  const document = { ...row, name, size: BigInt(more.size ?? 100) };
  const found = waysToOpen(
    more.server === undefined ? server : more.server,
    document,
    rightsOf[more.role ?? 'owner'],
    more.device,
  );
  const said = (way: (typeof found)['edit'] | (typeof found)['convert']) =>
    way && `${way.client} ${way.action.app} ${way.action.name}`;
  return { edit: said(found.edit), convert: said(found.convert), view: said(found.view) };
}

describe('beside a Document Server', () => {
  test.each([
    'Notes.md',
    'data.json',
    'feed.xml',
    'page.html',
    'PAGE.HTM',
    'code.ts',
    'README',
    'Makefile',
    '.gitignore',
  ])('source text is edited by the built-in editor, and never converted: %s', (name) => {
    expect(ways(name)).toEqual({ edit: 'built-in text edit', convert: null, view: 'built-in text view' });
  });

  test.each(['Letter.txt', 'Table.csv'])('other text is edited there, by several people together: %s', (name) => {
    const app = name.endsWith('txt') ? 'Word' : 'Excel';
    expect(ways(name)).toEqual({
      edit: `document-server ${app} edit`,
      convert: null,
      view: `document-server ${app} view`,
    });
    // There, no limit of ours counts.
    expect(ways(name, { size: maxTextBytes + 1 }).edit).toBe(`document-server ${app} edit`);
  });

  test('what it edits is its own, and what it converts too', () => {
    expect(ways('Letter.docx')).toEqual({
      edit: 'document-server Word edit',
      convert: null,
      view: 'document-server Word view',
    });
    expect(ways('Scan.pdf').view).toBe('document-server Pdf view');
    expect(ways('Old.doc')).toEqual({
      edit: null,
      convert: 'document-server Word convert',
      view: 'document-server Word view',
    });
  });

  test('what it does not know the built-in client shows as far as it can', () => {
    expect(ways('Photo.png')).toEqual({ edit: null, convert: null, view: 'built-in preview view' });
    expect(ways('Film.mp4')).toEqual({ edit: null, convert: null, view: null });
  });

  test('an empty document is begun from its template where it has one', () => {
    expect(ways('Empty.docx', { size: 0 }).edit).toBe('document-server Word editnew');
    expect(ways('Empty.txt', { size: 0 }).edit).toBe('document-server Word edit');
    expect(ways('Empty.md', { size: 0 }).edit).toBe('built-in text edit');
  });

  test('on a phone its views for phones are taken, and the built-in client as it is', () => {
    expect(ways('Letter.docx', { device: 'phone' })).toMatchObject({
      edit: 'document-server Word mobileEdit',
      view: 'document-server Word mobileView',
    });
    expect(ways('Empty.docx', { device: 'phone', size: 0 }).edit).toBe('document-server Word mobileEdit');
    expect(ways('Notes.md', { device: 'phone' })).toMatchObject({
      edit: 'built-in text edit',
      view: 'built-in text view',
    });
    expect(ways('Photo.png', { device: 'phone' }).view).toBe('built-in preview view');
  });

  test('one that edits no plain text leaves it to the built-in editor', () => {
    const actions = server.actions.filter(({ ext }) => ext !== 'txt');
    expect(ways('Letter.txt', { server: { ...server, actions } })).toEqual({
      edit: 'built-in text edit',
      convert: null,
      view: 'built-in text view',
    });
  });
});

describe('without a Document Server, or while it does not answer', () => {
  test.each(['Letter.txt', 'Table.csv', 'Notes.md', 'README'])('every text is edited: %s', (name) => {
    expect(ways(name, { server: null })).toEqual({
      edit: 'built-in text edit',
      convert: null,
      view: 'built-in text view',
    });
    expect(ways(name, { server: null, size: 0 }).edit).toBe('built-in text edit');
  });

  test.each(['Letter.docx', 'Scan.pdf', 'Photo.JPEG', 'Drawing.svg'])('%s is previewed', (name) => {
    expect(ways(name, { server: null })).toEqual({ edit: null, convert: null, view: 'built-in preview view' });
  });

  test.each(['Sheet.xlsx', 'Old.doc', 'Slides.pptx', 'Film.mp4'])('%s is not opened at all', (name) => {
    expect(ways(name, { server: null })).toEqual({ edit: null, convert: null, view: null });
  });
});

describe('what may be edited', () => {
  test('a text of more than 10 MiB is only viewed', () => {
    for (const name of ['Notes.md', 'Letter.txt']) {
      expect(ways(name, { server: null, size: maxTextBytes }).edit).toBe('built-in text edit');
      expect(ways(name, { server: null, size: maxTextBytes + 1 })).toEqual({
        edit: null,
        convert: null,
        view: 'built-in text view',
      });
    }
    // An office editor would make a page of it, so it is no way out.
    expect(ways('page.html', { size: maxTextBytes + 1 })).toMatchObject({ edit: null, view: 'built-in text view' });
  });

  test('commenters and reviewers edit where an editor keeps them to it, and not where they write by hand', () => {
    for (const role of ['commenter', 'reviewer'] as const) {
      expect(ways('Letter.docx', { role }).edit).toBe('document-server Word edit');
      expect(ways('Letter.txt', { role }).edit).toBe('document-server Word edit');
      expect(ways('Notes.md', { role })).toMatchObject({ edit: null, view: 'built-in text view' });
      expect(ways('Letter.txt', { role, server: null })).toMatchObject({ edit: null, view: 'built-in text view' });
    }
    expect(ways('Notes.md', { role: 'viewer' })).toMatchObject({ edit: null, view: 'built-in text view' });
    expect(ways('Letter.docx', { role: 'viewer' })).toMatchObject({ edit: null, view: 'document-server Word view' });
    expect(ways('Notes.md', { role: 'editor' }).edit).toBe('built-in text edit');
  });

  test('where requests prove nothing, commenters and reviewers write by hand through a Document Server too', () => {
    applySettings({ DOCUMENT_SERVER_URL: base, WOPI_PROOF: 'verify' });
    for (const role of ['commenter', 'reviewer'] as const) {
      expect(ways('Letter.docx', { role })).toMatchObject({ edit: null, view: 'document-server Word view' });
    }
    expect(ways('Letter.docx', { role: 'editor' }).edit).toBe('document-server Word edit');
  });
});

test('the built-in client’s discovery has an action for each type that it knows, on the portal’s own address, and no keys', () => {
  const { actions, proofKeys } = builtInDiscovery();
  expect(proofKeys).toBeNull();
  const of = (app: string, name: string) => actions.filter((action) => action.app === app && action.name === name);
  expect(of('text', 'edit').map(({ ext }) => ext)).toEqual(textExtensions);
  expect(of('text', 'view').map(({ ext }) => ext)).toEqual(textExtensions);
  expect(of('preview', 'view').map(({ ext }) => ext)).toEqual(previewExtensions);
  expect(actions).toHaveLength(2 * textExtensions.length + previewExtensions.length);
  for (const { urlsrc, app, name } of actions) {
    expect(urlsrc).toBe(`http://localhost:3000/built-in/${app}?mode=${name}&<ui=UI_LLCC&><thm=THEME_ID&>`);
  }
  // One type, one way: nothing is both text and preview.
  expect(textExtensions.filter((ext) => previewExtensions.includes(ext))).toEqual([]);
  for (const ext of [...textExtensions, ...previewExtensions]) {
    expect(ext).toBe(ext.toLowerCase());
    if (ext !== '') expect(splitName(`a.${ext}`).extension).toBe(`.${ext}`);
  }
});
