import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

const foreign: [string, Record<string, string>][] = [
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['Origin null', { origin: 'null' }],
  ['no Origin from another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
];

throughBothDoors('Requests started by other sites', (host) => {
  test.each(foreign)(
    'S35: with %s an upload, a token and a sign-in or sign-out are refused, and nothing changes',
    async (_, headers) => {
      const { Cookie: cookie } = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
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
          const answer = await fetch(host.url + route, {
            method: 'POST',
            redirect: 'manual',
            headers: { cookie, 'content-type': type, ...headers },
            body: 'csrfToken=x',
          });
          expect([route, answer.status]).toEqual([route, 403]);
        }
      }
      expect(await count()).toEqual(before);
    },
  );

  test('S35: the same requests from our own page go through', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const headers = { ...session, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${host.url}/api/upload?name=mine.txt`, { method: 'POST', headers, body: 'x' });
    expect(answer.status).toBe(201);
  });

  test('S35: /wopi knows no cookie: signed in and without a token it answers 401', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, 'correct horse battery');
    const documentId = await host.document();
    expect((await fetch(host.wopiSrc(documentId), { headers: session })).status).toBe(401);
    const post = await fetch(host.wopiSrc(documentId), {
      method: 'POST',
      headers: { ...session, 'X-WOPI-Override': 'DELETE' },
    });
    expect(post.status).toBe(401);
  });

  test('S37: signed out, no spelling of a protected path gives anything of a document', async () => {
    const documentId = await host.document('hidden words', 'Hidden name.docx');
    const paths = [
      '/documents',
      '/documents.rsc',
      '/documents?_rsc=1',
      '/documents?__nextDataReq=1',
      '//documents',
      '/%64ocuments',
      '/documents/%2e',
      '/DOCUMENTS',
      `/edit/${documentId}`,
      `/view/${documentId}.rsc`,
      `/view/${documentId}?_rsc=1`,
      `/api/documents/${documentId}/content`,
      `/api/documents/${documentId}/copies?since=2020-01-01T00:00:00Z`,
      '/api/listings/state?place=recent',
      `/_next/data/build/view/${documentId}.json`,
    ];
    const headers: Record<string, string>[] = [
      {},
      { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
      { 'x-middleware-subrequest': 'src/middleware:middleware' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { purpose: 'prefetch', 'x-nextjs-data': '1' },
    ];
    for (const path of paths) {
      for (const more of headers) {
        const answer = await fetch(host.url + path, { headers: more, redirect: 'manual' });
        const text = await answer.text();
        expect([path, text.includes('Hidden name') || text.includes('hidden words')]).toEqual([path, false]);
        // 307: Next leads a request for its own format to another address first.
        if (path.startsWith('/api/documents')) expect([401, 307]).toContain(answer.status);
      }
    }
  });

  test('S39: /_next/image never answers 200', async () => {
    for (const url of ['/icon.svg', 'https://evil.example/x.png', `/api/documents/${await host.document()}/content`]) {
      const answer = await fetch(`${host.url}/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`);
      expect([url, answer.status]).not.toEqual([url, 200]);
    }
  });
});
