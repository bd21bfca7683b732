import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';

const foreign: [string, Record<string, string | null>][] = [
  ['a foreign Origin', { origin: 'https://evil.example', 'sec-fetch-site': null }],
  ['Origin null', { origin: 'null', 'sec-fetch-site': null }],
  ['no Origin from another site', { origin: null, 'sec-fetch-site': 'cross-site' }],
  ['a neighbour on the same site', { origin: null, 'sec-fetch-site': 'same-site' }],
];

inProcess('Requests started by other sites', (host) => {
  test.each(foreign)(
    'S35: with %s an upload, a token and a sign-in or sign-out are refused, and nothing changes',
    async (_, forged) => {
      const browser = await host.browser();
      browser.forged = forged;
      const documentId = await host.document();
      const count = () => Promise.all([db().document.count(), db().accessToken.count(), db().session.count()]);
      const before = await count();
      for (const route of [
        '/api/upload?name=evil.docx',
        `/api/documents/${documentId}/token?mode=edit&client=document-server`,
        '/api/auth/signout',
        '/api/auth/callback/credentials',
      ]) {
        for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
          const headers = { 'content-type': type };
          const answer = await browser.fetch(route, { method: 'POST', headers, body: 'csrfToken=x' });
          expect([route, answer.status]).toEqual([route, 403]);
        }
      }
      expect(await count()).toEqual(before);
    },
  );

  test('S35: the same requests from our own page go through', async () => {
    const browser = await host.browser();
    const answer = await browser.fetch('/api/upload?name=mine.txt', { method: 'POST', body: 'x' });
    expect(answer.status).toBe(201);
  });

  test('S35: /wopi knows no cookie: signed in and without a token it answers 401', async () => {
    const browser = await host.browser();
    const documentId = await host.document();
    expect((await browser.fetch(host.wopiSrc(documentId))).status).toBe(401);
    const headers = { 'X-WOPI-Override': 'DELETE' };
    expect((await browser.fetch(host.wopiSrc(documentId), { method: 'POST', headers })).status).toBe(401);
    expect((await host.row(documentId)).trashedAt).toBeNull();
  });
});
