import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { chooseLocale } from '@/lib/users/choose-locale';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import type { Browser } from '@/test/wopi-client/browser';

const hostileFiles: [string, Buffer][] = [
  ['page.html', Buffer.from('<script>window.__xss=1</script>')],
  ['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>window.__xss=1</script></svg>')],
  ['polyglot.gif', Buffer.from('GIF89a/*<script>window.__xss=1</script>*/=1;')],
  ['utf16.html', Buffer.from('\ufeff<script>window.__xss=1</script>', 'utf16le')],
  ['no extension', Buffer.from('<html><script>window.__xss=1</script>')],
  ['really html.docx', Buffer.from('<html><script>window.__xss=1</script>')],
  [
    'feed.xml',
    Buffer.from('<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>window.__xss=1</script></x>'),
  ],
];

inProcess('What is asked of a document', (host) => {
  let annas: Browser;
  const anna = async () => {
    annas ??= await host.browser();
    return annas;
  };
  /** A document with "first words" and "second words". */
  const savedTwice = async (): Promise<string> => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    expect((await client.putFile('second words', 'A', { modified: true })).status).toBe(200);
    await client.unlock('A');
    return documentId;
  };

  describe('its content', () => {
    test.each(hostileFiles)('S30: %s is a download of a harmless type that may run nothing', async (name, bytes) => {
      const documentId = await host.document(bytes, name);
      const answer = await (await anna()).fetch(`/api/documents/${documentId}/content`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
      expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml(?!formats)|javascript/);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    });

    test('a refusal is told in the language of the page, with the same code', async () => {
      const refusal = async (fetch: Browser['fetch'], headers: Record<string, string> = {}) => {
        const answer = await fetch(`/api/documents/${'0'.repeat(26)}/content`, { headers });
        const { error, message } = (await answer.json()) as { error: string; message: string };
        return { status: answer.status, error, message };
      };
      const person = await makePerson();
      const browser = await host.browser(person);
      const hers: Browser['fetch'] = (input, init) => browser.fetch(input, init);
      const english = {
        status: 404,
        error: 'not-found',
        message: 'This document does not exist, or it is not shared with you.',
      };
      const german = {
        ...english,
        message: 'Dieses Dokument gibt es nicht mehr, oder es ist nicht für Sie freigegeben.',
      };
      expect(await refusal(hers)).toEqual(english);
      expect(await refusal(hers, { 'accept-language': 'de' })).toEqual(german);
      const nobodys: Browser['fetch'] = (input, init) => host.fetch(new URL(String(input), host.url), init);
      expect(await refusal(nobodys, { 'accept-language': 'de' })).toMatchObject({
        status: 401,
        message: 'Sie sind abgemeldet. Melden Sie sich wieder an.',
      });
      // What a person chose counts more than what the browser says.
      await chooseLocale(person, { locale: 'de' });
      expect(await refusal(hers, { 'accept-language': 'en' })).toEqual(german);
      await chooseLocale(person, { locale: null });
      expect(await refusal(hers, { 'accept-language': 'en' })).toEqual(english);
    });

    test('of an earlier version is a download under a name of its own; strangers and numbers that are none get 404', async () => {
      const documentId = await savedTwice();
      const at = (number: string) => `/api/documents/${documentId}/versions/${number}/content`;
      const browser = await anna();
      const answer = await browser.fetch(at('1'));
      expect([answer.status, await answer.text()]).toEqual([200, 'first words']);
      expect(answer.headers.get('content-disposition')).toContain('Letter (version 1).docx');
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect(await (await browser.fetch(at('2'))).text()).toBe('second words');
      for (const number of ['3', '0', '01', '-1', '1e1', 'x', '99999999999999999999']) {
        expect([number, (await browser.fetch(at(number))).status]).toEqual([number, 404]);
      }
      expect((await host.fetch(at('1'))).status).toBe(401);
      expect((await (await host.browser(await makePerson('Eve'))).fetch(at('1'))).status).toBe(404);
    });
  });

  describe('a token', () => {
    const ask = (browser: Browser, documentId: string, query: string) =>
      browser.fetch(`/api/documents/${documentId}/token?${query}`, { method: 'POST' });

    test('is for a client that there is, and a mode that there is: all else is 400', async () => {
      const documentId = await host.document('x', 'Notes.txt');
      for (const [query, status] of [
        ['mode=edit&client=built-in', 200],
        ['mode=view&client=document-server', 200],
        ['mode=edit', 400],
        ['mode=edit&client=', 400],
        ['mode=edit&client=onlyoffice', 400],
        ['mode=edit&client=Built-in', 400],
        ['client=built-in', 400],
        ['mode=own&client=built-in', 400],
        ['mode=view&client=built-in&version=0', 400],
        ['mode=view&client=built-in&version=two', 400],
      ] as const) {
        const answer = await ask(await anna(), documentId, query);
        expect([query, answer.status]).toEqual([query, status]);
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
      }
    });

    test('who may view gets one to view and none to edit, and a stranger none at all', async () => {
      const documentId = await host.document('x', 'Notes.txt');
      const viewer = await makePerson('Vera');
      await host.grant(documentId, viewer, 'viewer');
      const [hers, strangers] = [await host.browser(viewer), await host.browser(await makePerson('Sam'))];
      for (const client of ['built-in', 'document-server']) {
        const statusOf = async (browser: Browser, mode: string) =>
          (await ask(browser, documentId, `mode=${mode}&client=${client}`)).status;
        expect(await statusOf(hers, 'view')).toBe(200);
        expect(await statusOf(hers, 'edit')).toBe(404);
        expect(await statusOf(strangers, 'view')).toBe(404);
        expect(await statusOf(strangers, 'edit')).toBe(404);
      }
      const address = `/api/documents/${documentId}/token?mode=view&client=built-in`;
      expect((await host.fetch(address, { method: 'POST' })).status).toBe(401);
    });

    test('of an earlier version is renewed for viewing only', async () => {
      const documentId = await savedTwice();
      const browser = await anna();
      const renew = (query: string) => ask(browser, documentId, `client=document-server&${query}`);
      const { accessToken } = (await (await renew('mode=view&version=1')).json()) as { accessToken: string };
      const { id } = await db().version.findFirstOrThrow({ where: { documentId, number: 1 } });
      expect((await (await host.client(id, { accessToken })).getFile()).body.toString()).toBe('first words');
      expect((await renew('mode=edit&version=1')).status).toBe(400);
      expect((await renew('mode=view&version=2')).status).toBe(400);
      expect((await renew('mode=view&version=9')).status).toBe(404);
      expect((await renew('mode=view&version=x')).status).toBe(400);
    });
  });

  test('who edits is told by name to whoever has access, and 404 to everybody else', async () => {
    const documentId = await host.document('x', 'Notes.txt');
    const viewer = await makePerson('Vera');
    await host.grant(documentId, viewer, 'viewer');
    const hers = await host.browser(viewer);
    const url = `/api/documents/${documentId}/editors`;
    expect(await (await hers.fetch(url)).json()).toEqual({ editors: [] });
    const session = await host.builtIn(documentId, await anna());
    const answer = await hers.fetch(url);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.json()).toEqual({ editors: [{ id: host.anna.userId, name: 'Anna Keller' }] });
    const stranger = await (await host.browser(await makePerson('Sam'))).fetch(url);
    expect([stranger.status, (await stranger.text()).includes('Anna')]).toEqual([404, false]);
    expect((await host.fetch(url)).status).toBe(401);
    expect((await hers.fetch(`/api/documents/${'z'.repeat(26)}/editors`)).status).toBe(404);
    await session.close();
    expect(await (await hers.fetch(url)).json()).toEqual({ editors: [] });
  });
});
