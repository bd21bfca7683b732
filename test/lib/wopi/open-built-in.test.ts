import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDocument } from '@/test/make-document';
import { makePerson } from '@/test/make-person';
import { discoveryDocument } from '@/test/wopi-client/discovery-document';
import { DiscoveryServer } from './discovery-server';

// The settings are read once: the address has to be there before anything of the product is loaded.
const server = await DiscoveryServer.start();
process.env.DOCUMENT_SERVER_URL = server.url;
const { openDocument } = await import('@/lib/wopi/open-document');
const { findToken } = await import('@/lib/tokens/find-token');
const { grantRole } = await import('@/lib/shares/grant-role');
const { prepareDatabase } = await import('@/lib/db/prepare-database');

let anna: Awaited<ReturnType<typeof makePerson>>;
beforeAll(async () => {
  await prepareDatabase({ guard: false });
  anna = await makePerson('Anna');
});
afterAll(() => server.stop());

function open(documentId: string, actor = anna, wantsPreview = false) {
  return openDocument(actor, { documentId, mode: 'edit', language: 'en-GB', theme: null, wantsPreview });
}

describe('while the Document Server does not answer', () => {
  beforeAll(() => server.serve('', 503));

  test('text is edited all the same, by the built-in editor', async () => {
    for (const name of ['Letter.txt', 'Notes.md']) {
      const result = await open(await makeDocument(anna, 'x', name));
      expect(result).toMatchObject({ kind: 'editor', client: 'built-in', mode: 'edit', does: 'edit', canEdit: true });
    }
  });

  test('an office document is told to wait for it, and previewed for whoever asks for that', async () => {
    const docx = await makeDocument(anna, 'x', 'Waiting.docx');
    expect(await open(docx)).toMatchObject({ kind: 'document-server-unreachable', hasPreview: true });
    expect(await open(docx, anna, true)).toMatchObject({
      kind: 'editor',
      client: 'built-in',
      mode: 'view',
      canEdit: false,
    });
    const xlsx = await makeDocument(anna, 'x', 'Waiting.xlsx');
    expect(await open(xlsx, anna, true)).toMatchObject({ kind: 'document-server-unreachable', hasPreview: false });
  });
});

describe('source text', () => {
  beforeAll(() => {
    Reflect.deleteProperty(globalThis, 'lecternDiscovery');
    server.serve(discoveryDocument(server.url, ''));
  });

  test('is opened in the built-in editor, with a token of its kind on the address of the portal', async () => {
    const id = await makeDocument(anna, '# x', 'Notes.md');
    const edit = await open(id);
    if (edit.kind !== 'editor') throw new Error(edit.kind);
    expect(edit).toMatchObject({ client: 'built-in', mode: 'edit', copyAs: null });
    const url = new URL(edit.actionUrl);
    expect(`${url.origin}${url.pathname}`).toBe('http://localhost:3000/built-in/text');
    expect(url.searchParams.get('mode')).toBe('edit');
    expect(url.searchParams.get('WOPISrc')).toBe(`http://localhost:3000/wopi/files/${id}`);
    expect(edit.editorOrigin).toBe('http://localhost:3000');
    expect(await findToken(edit.accessToken, null)).toMatchObject({ client: 'built-in', actor: { ceiling: 'edit' } });
    // The same server edits plain text.
    expect(await open(await makeDocument(anna, 'x', 'Plain.txt'))).toMatchObject({ client: 'document-server' });
  });

  test('is read there, not edited, by who may only comment or review', async () => {
    const id = await makeDocument(anna, '# x', 'Shared.md');
    for (const role of ['commenter', 'reviewer'] as const) {
      const person = await makePerson(role);
      await grantRole(anna, { documentId: id, userEmail: person.email, role });
      const read = { client: 'built-in', does: 'view', mode: 'view', canEdit: false };
      expect(await open(id, person)).toMatchObject(read);
    }
  });
});
