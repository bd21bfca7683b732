import { expect, test } from 'vitest';
import type { Role } from '@/lib/shares/rights';
import { openDocument, renewToken } from '@/lib/wopi/open-document';
import type { Settings } from '@/test/built-server';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

const unsigned = { proof: null, proofOld: null };
const page = { language: 'en', theme: null } as const;

/** Somebody with a role in a document, and a client that sends no proofs with their edit token. */
async function memberOf(host: InProcessHost, role: Role) {
  const person = await makePerson('Carl');
  const documentId = await host.document();
  await host.grant(documentId, person, role);
  const client = await host.client(documentId, { person, signer: null });
  return { person, documentId, client };
}

const without: [string, Settings][] = [
  ['WOPI_PROOF=off', { WOPI_PROOF: 'off' }],
  ['no Document Server', { DOCUMENT_SERVER_URL: '' }],
];

for (const [name, settings] of without) {
  inProcess(
    `Where unsigned requests pass: ${name}`,
    (host) => {
      test.each<Role>(['commenter', 'reviewer'])(
        'a %s may read and not write: no editor vouches for them',
        async (role) => {
          const { documentId, client } = await memberOf(host, role);
          const before = await host.row(documentId);
          const info = (await client.checkFileInfo()).json();
          expect(info).toMatchObject({
            ReadOnly: true,
            UserCanWrite: false,
            UserCanReview: false,
            UserCanOnlyComment: false,
          });
          expect((await client.getFile()).status).toBe(200);
          const writes = [
            await client.lock('A'),
            await client.putFile('overwritten', 'A', { modified: true }),
            await client.putFile('overwritten', null),
            await client.renameFile('Mine', null),
          ];
          expect(writes.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
          expect(await host.row(documentId)).toMatchObject({ version: before.version, storageKey: before.storageKey });
        },
      );

      test('an editor writes as before', async () => {
        const { client } = await memberOf(host, 'editor');
        expect((await client.lock('A')).status).toBe(200);
        expect((await client.putFile('edited', 'A', { modified: true })).status).toBe(200);
      });

      test.each<Role>(['commenter', 'reviewer'])('a page gives a %s no token to edit with', async (role) => {
        const { person, documentId } = await memberOf(host, role);
        for (const client of ['document-server', 'built-in'] as const) {
          await expect(renewToken(person, { documentId, mode: 'edit', client })).rejects.toMatchObject({
            code: expect.stringMatching(/^(not-found|invalid-request)$/),
          });
        }
      });
    },
    settings,
  );
}

inProcess(
  'Without a Document Server',
  (host) => {
    test('nobody gets a token for one, whatever the page says that it is', async () => {
      const documentId = await host.document();
      for (const mode of ['view', 'edit'] as const) {
        const wish = { documentId, mode, client: 'document-server' } as const;
        await expect(renewToken(host.anna, wish)).rejects.toMatchObject({ code: 'invalid-request' });
        const answer = await (await host.browser()).fetch(
          `/api/documents/${documentId}/token?mode=${mode}&client=document-server`,
          { method: 'POST' },
        );
        expect(answer.status).toBe(400);
      }
    });
  },
  { DOCUMENT_SERVER_URL: '' },
);

inProcess(
  'The page of a commenter',
  (host) => {
    test('opens for reading where proofs are off, and says that only they are missing', async () => {
      const { person, documentId } = await memberOf(host, 'commenter');
      const opened = await openDocument(person, { documentId, mode: 'edit', ...page });
      expect(opened).toMatchObject({ kind: 'editor', mode: 'view', does: 'view', canEdit: false, isUnproven: true });
      const owners = await openDocument(host.anna, { documentId, mode: 'edit', ...page });
      expect(owners).toMatchObject({ kind: 'editor', mode: 'edit', does: 'edit', isUnproven: false });
    });
  },
  { WOPI_PROOF: 'off' },
);

inProcess('Where requests are proven', (host) => {
  test.each<Role>(['commenter', 'reviewer'])(
    'a %s edits through the Document Server, and only through it',
    async (role) => {
      const { person, documentId } = await memberOf(host, role);
      const signed = await host.client(documentId, { person });
      expect((await signed.lock('A')).status).toBe(200);
      expect((await signed.putFile('a comment', 'A', { modified: true })).status).toBe(200);
      expect((await signed.putFile('by hand', 'A', { modified: true }, unsigned)).status).toBe(500);
      const opened = await openDocument(person, { documentId, mode: 'edit', ...page });
      expect(opened).toMatchObject({ kind: 'editor', mode: 'edit', does: 'edit', isUnproven: false });
    },
  );
});
