import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';
import { collaboraDiscovery } from '@/test/wopi-client/collabora-discovery';
import { discoveryDocument } from '@/test/wopi-client/discovery-document';
import { DiscoveryServer } from './discovery-server';

// The settings are read once: the address has to be there before anything of the product is loaded.
const server = await DiscoveryServer.start();
process.env.DOCUMENT_SERVER_URL = server.url;
const { openDocument } = await import('@/lib/wopi/open-document');
const { listConversions } = await import('@/lib/wopi/list-conversions');
const { findToken } = await import('@/lib/tokens/find-token');
const { forbidCopies } = await import('@/lib/documents/forbid-copies');
const { grantRole } = await import('@/lib/shares/grant-role');
const { prepareDatabase } = await import('@/lib/db/prepare-database');
const { db } = await import('@/lib/db/db');

const onlyoffice = readFileSync(path.join(import.meta.dirname, '../../fixtures/onlyoffice-discovery.xml'), 'utf8');
const language = 'en-GB';
let anna: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson('Anna');
});
beforeEach(() => discoveryIs(onlyoffice.replaceAll('http://127.0.0.1:8000', server.url)));
afterAll(() => server.stop());

/** What a new process would read. */
async function discoveryIs(xml: string | null): Promise<void> {
  Reflect.deleteProperty(globalThis, 'lecternDiscovery');
  await db().discovery.deleteMany();
  if (xml === null) server.answer = () => undefined;
  else server.serve(xml);
}

async function opened(documentId: string, mode: 'edit' | 'view', actor = anna) {
  const result = await openDocument(actor, { documentId, mode, language, theme: null });
  if (result.kind !== 'editor') throw new Error(result.kind);
  const token = await findToken(result.accessToken, null);
  return { ...result, path: new URL(result.actionUrl).pathname, ceiling: token?.actor.ceiling };
}

describe('types that can only be viewed and converted', () => {
  test.each([
    ['Old.doc', '/hosting/wopi/convert-and-edit/doc/docx', '.docx'],
    ['OLD.XLS', '/hosting/wopi/convert-and-edit/xls/xlsx', '.xlsx'],
    ['Old.ppt', '/hosting/wopi/convert-and-edit/ppt/pptx', '.pptx'],
  ])('the edit page of %s starts the convert action, its view page offers the copy', async (name, path, copyAs) => {
    const id = await makeDocument(anna, 'binary', name);
    const edit = await opened(id, 'edit');
    expect(edit).toMatchObject({ does: 'convert', mode: 'edit', ceiling: 'edit', canEdit: false, copyAs, path });
    expect(edit.accessTokenTtl).toBeGreaterThan(Date.now());
    const view = await opened(id, 'view');
    expect(view).toMatchObject({ does: 'view', mode: 'view', ceiling: 'view', copyAs });
    expect(view.path).toMatch(/^\/hosting\/wopi\/(word|cell|slide)\/view$/);
  });

  test('who may only view converts too, with a token that only views: the copy goes into their own root', async () => {
    const vera = await makePerson('Vera');
    const id = await makeDocument(anna, 'binary', 'Shared.doc');
    await grantRole(anna, { documentId: id, userEmail: vera.email, role: 'viewer' });
    expect(await opened(id, 'edit', vera)).toMatchObject({ does: 'convert', mode: 'view', ceiling: 'view' });
  });

  test('where Save Copy As of the document is forbidden it is only viewed', async () => {
    const id = await makeDocument(anna, 'binary', 'Secret.doc');
    await forbidCopies(anna, { documentId: id, forbidden: true });
    expect(await opened(id, 'edit')).toMatchObject({ does: 'view', mode: 'view', ceiling: 'view', copyAs: null });
  });

  test('what can be viewed and not converted is only viewed', async () => {
    await discoveryIs(discoveryDocument(server.url, ''));
    const id = await makeDocument(anna, 'binary', 'Scan.djvu');
    expect(await opened(id, 'edit')).toMatchObject({ does: 'view', mode: 'view', copyAs: null });
  });

  test('what can be edited is never converted', async () => {
    const id = await makeDocument(anna, 'x', 'New.docx');
    expect(await opened(id, 'edit')).toMatchObject({ does: 'edit', mode: 'edit', copyAs: null });
    const vera = await makePerson('Vera');
    await grantRole(anna, { documentId: id, userEmail: vera.email, role: 'viewer' });
    expect(await opened(id, 'edit', vera)).toMatchObject({ does: 'view', mode: 'view', copyAs: null });
  });

  test('an editor that edits .doc itself (Collabora) is given it for editing', async () => {
    await discoveryIs(collaboraDiscovery(server.url));
    const id = await makeDocument(anna, 'binary', 'Old.doc');
    expect(await opened(id, 'edit')).toMatchObject({ does: 'edit', mode: 'edit', ceiling: 'edit', copyAs: null });
    // It has one action for both: the page that views gets a token that only views.
    expect(await opened(id, 'view')).toMatchObject({ does: 'view', mode: 'view', ceiling: 'view', canEdit: true });
  });
});

test('an empty document is opened with editnew where discovery has it', async () => {
  const action = (name: string, ext: string, path: string) =>
    `<action name="${name}" ext="${ext}" urlsrc="${server.url}/${path}?"/>`;
  const actions = [action('edit', 'docx', 'edit'), action('editnew', 'docx', 'new'), action('edit', 'odt', 'edit')];
  await discoveryIs(
    `<wopi-discovery><net-zone name="z"><app name="Word">${actions.join('')}</app></net-zone></wopi-discovery>`,
  );
  const pathOf = async (content: string, name: string) =>
    (await opened(await makeDocument(anna, content, name), 'edit')).path;
  expect(await pathOf('', 'Empty.docx')).toBe('/new');
  expect(await pathOf('x', 'Full.docx')).toBe('/edit');
  expect(await pathOf('', 'Empty.odt')).toBe('/edit');
});

test('§8: sc and wd parameters of the page’s address reach the action URL', async () => {
  const id = await makeDocument(anna, 'x', 'New.docx');
  const query = { sessionContext: 'a&b', forwarded: [['wdOrigin', 'x y']] } as const;
  const result = await openDocument(anna, { documentId: id, mode: 'edit', language, theme: null, query });
  const { searchParams } = new URL(result.kind === 'editor' ? result.actionUrl : '');
  expect([searchParams.get('sc'), searchParams.get('wdOrigin')]).toEqual(['a&b', 'x y']);
});

describe('what the list knows of conversions', () => {
  test('every type with convert and without edit, as a real ONLYOFFICE has them', async () => {
    await opened(await makeDocument(anna, 'x', 'New.docx'), 'view');
    const { targets, areAllowed } = await listConversions();
    expect(areAllowed).toBe(true);
    expect(targets).toEqual({ doc: 'docx', xls: 'xlsx', ppt: 'pptx' });
  });

  test('no source text among them: it is edited as it is', async () => {
    const convert = (ext: string) =>
      `<action name="convert" ext="${ext}" targetext="docx" urlsrc="${server.url}/convert?"/>`;
    const actions = ['md', 'html', 'htm', 'xml', 'doc', 'txt'].map(convert).join('');
    await discoveryIs(
      `<wopi-discovery><net-zone name="z"><app name="Word">${actions}</app></net-zone></wopi-discovery>`,
    );
    await opened(await makeDocument(anna, 'x', 'New.md'), 'view');
    expect((await listConversions()).targets).toEqual({ doc: 'docx', txt: 'docx' });
  });

  test('a Document Server that does not answer is never waited for, and is asked meanwhile', async () => {
    await discoveryIs(null);
    server.requests = 0;
    expect(await listConversions()).toEqual({ targets: null, areAllowed: true });
    expect(await listConversions()).toEqual({ targets: null, areAllowed: true });
    await expect.poll(() => server.requests).toBe(1);
  });

  test('what was fetched last stays known after a restart while the Document Server is away', async () => {
    await opened(await makeDocument(anna, 'x', 'New.docx'), 'view');
    Reflect.deleteProperty(globalThis, 'lecternDiscovery');
    await db().discovery.updateMany({ data: { fetchedAt: new Date(0) } });
    server.answer = () => undefined;
    expect((await listConversions()).targets).toMatchObject({ doc: 'docx' });
  });
});
