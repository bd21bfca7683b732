import { once } from 'node:events';
import http from 'node:http';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { chooseLocale } from '@/lib/users/choose-locale';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

const password = 'correct horse battery';

throughBothDoors('What is served', (host) => {
  const signIn = (person = host.anna) => signInOverHttp(host.url, person.email, password);
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await host.fetch(path, { headers, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const textOf = async (path: string, headers: Record<string, string>) => (await ask(path, headers)).text;

  test('S30: a download is of the type that it says and for pages of this origin', async () => {
    const documentId = await host.document('<script>window.__xss=1</script>', 'page.html');
    const answer = await ask(`/api/documents/${documentId}/content`, await signIn());
    expect([answer.status, answer.text]).toEqual([200, '<script>window.__xss=1</script>']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('content-type')).not.toMatch(/html/);
  });

  test('S32 S33: every page has a policy with a nonce of its own, cannot be framed by others and is not stored', async () => {
    const session = await signIn();
    const documentId = await host.document();
    const nonces = new Set<string>();
    const pages = ['/signin', '/documents', '/settings', `/edit/${documentId}`, `/view/${documentId}`];
    for (const path of pages) {
      const answer = await ask(path, path === '/signin' ? {} : session);
      expect([path, answer.status]).toEqual([path, 200]);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      // Only the pages that frame the editor allow its origin.
      const editor = /^\/(edit|view)\//.test(path) ? ` ${host.documentServer.url}` : '';
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        `frame-src 'self'${editor};`,
        `form-action 'self'${editor};`,
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).toMatch(/script-src [^;]*'strict-dynamic'/);
      expect(policy).not.toMatch(/script-src [^;]*unsafe/);
      expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    expect(nonces.size).toBe(pages.length);
  });

  test('S36: next and callbackUrl never lead away from the portal', async () => {
    const session = await signIn();
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'https:evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
      `${host.url}@evil.example`,
    ];
    for (const target of elsewhere) {
      for (const name of ['next', 'callbackUrl']) {
        const answer = await ask(`/signin?${name}=${encodeURIComponent(target)}`, session);
        const location = answer.headers.get('location') ?? '/';
        expect(new URL(location, host.url).origin).toBe(host.url);
      }
    }
  });

  test('S39: /_next/image never answers 200', async () => {
    for (const url of ['/icon.svg', 'https://evil.example/x.png', `/api/documents/${await host.document()}/content`]) {
      const answer = await ask(`/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`);
      expect([url, answer.status]).not.toEqual([url, 200]);
    }
  });

  test('a visitor gets the page in the language of the browser, or the one chosen in it, or English', async () => {
    expect(await textOf('/signin', {})).toMatch(/<html lang="en"/);
    expect(await textOf('/signin', { 'accept-language': 'de-CH,en;q=0.5' })).toMatch(/<html lang="de".*Passwort/s);
    expect(await textOf('/signin', { cookie: 'lectern-locale=de' })).toMatch(/<html lang="de"/);
    expect(await textOf('/signin', { cookie: 'lectern-locale="><script>', 'accept-language': '*' })).toMatch(
      /<html lang="en"/,
    );
  });

  test('the language that a person chose counts wherever they are signed in', async () => {
    const person = await makePerson();
    const english = { ...(await signIn(person)), 'accept-language': 'en' };
    await chooseLocale(person, { locale: 'de' });
    expect(await textOf('/settings', english)).toMatch(/<html lang="de".*Einstellungen/s);
    await chooseLocale(person, { locale: null });
    expect(await textOf('/settings', english)).toMatch(/<html lang="en"/);
  });

  test('opening a document is a visit; a link to what is the current version leads to the document; what is not kept is not found', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await client.putFile('second words', 'A', { modified: true });
    await client.unlock('A');
    const session = await signIn();
    const page = (query: string) => ask(`/view/${documentId}${query}`, session);
    const visits = () => db().visit.findMany({ where: { documentId }, select: { userId: true } });
    expect(await visits()).toEqual([]);
    expect((await page('')).status).toBe(200);
    expect(await visits()).toEqual([{ userId: host.anna.userId }]);
    expect((await page('?version=1')).status).toBe(200);
    const current = await page('?version=2');
    expect([current.status, current.headers.get('location')]).toEqual([307, `/view/${documentId}`]);
    expect((await page('?version=7')).status).toBe(404);
    expect((await page('?version=seven')).status).toBe(200);
  });

  test.each(['text', 'preview'])(
    'the built-in frame of the %s is guarded, and its bundles are served',
    async (client) => {
      const browser = await host.browser();
      const query = new URLSearchParams({ mode: 'view', WOPISrc: host.wopiSrc('a'.repeat(26)) });
      const body = new URLSearchParams({ access_token: 'x'.repeat(48), access_token_ttl: '1800000000000' });
      const page = await browser.fetch(`/built-in/${client}?${query}`, { method: 'POST', body });
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'nonce-");
      expect(page.headers.get('cache-control')).toBe('private, no-store');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('referrer-policy')).toBe('same-origin');
      const named = [...(await page.text()).matchAll(/(?:src|href)="(\/built-in\/assets\/[^"]+)"/g)];
      expect(named).toHaveLength(2);
      for (const [, asset = ''] of named) {
        const answer = await ask(asset);
        expect([asset, answer.status]).toEqual([asset, 200]);
      }
    },
  );

  test('a form that is larger than any of ours is 400', async () => {
    const { cookie } = await host.browser();
    const headers = { cookie: cookie ?? '', origin: host.url, 'content-type': 'application/x-www-form-urlencoded' };
    const request = http.request(`${host.url}/built-in/text`, { method: 'POST', headers, agent: false });
    request.end(`filler=${'x'.repeat(1_000_000)}`);
    const [answer]: http.IncomingMessage[] = await once(request, 'response');
    // What is refused unread leaves its connection of no use.
    request.destroy();
    expect(answer?.statusCode).toBe(400);
  });
});
