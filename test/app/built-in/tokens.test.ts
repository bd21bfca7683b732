import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/db';
import type { Actor } from '@/lib/users/actor';
import { disableUser } from '@/lib/users/disable-user';
import { endOwnSession } from '@/lib/users/end-own-session';
import { endSession } from '@/lib/users/end-session';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import type { Browser } from '@/test/wopi-client/browser';
import { opened, refusesAll, statuses } from '@/test/wopi-client/built-in-requests';
import { BuiltInSession } from '@/test/wopi-client/built-in-session';

inProcess('A token of the built-in client', (host) => {
  test('works in a header and in the query, with the cookie of its session, from a page of this origin', async () => {
    for (const where of ['header', 'query'] as const) {
      const { session } = await opened(host);
      expect([where, await statuses(session, where)]).toEqual([where, Array(8).fill(200)]);
    }
  });

  test('is nothing without a cookie, with no session’s, another person’s or another session’s of the same person', async () => {
    const { documentId, session } = await opened(host);
    const ben = await makePerson('Ben');
    await host.grant(documentId, ben, 'editor');
    const cookies: [string, string | null][] = [
      ['no cookie', null],
      ['no session’s cookie', 'lectern-session=made-up'],
      ['another person’s', (await host.browser(ben)).cookie],
      ['another session of hers', (await host.browser()).cookie],
    ];
    for (const [what, cookie] of cookies) {
      session.browser.cookie = cookie;
      await refusesAll(host, documentId, session, what);
    }
  });

  test.each<[string, Browser['forged']]>([
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['Origin null', { origin: 'null' }],
    ['a neighbour of this host', { origin: 'http://localhost:1' }],
    ['another site', { origin: null, 'sec-fetch-site': 'cross-site' }],
    ['another host of this site', { origin: null, 'sec-fetch-site': 'same-site' }],
    ['an address that was typed or followed from nowhere', { origin: null, 'sec-fetch-site': 'none' }],
  ])('is nothing from %s, even with the right cookie', async (what, forged) => {
    const { documentId, session } = await opened(host);
    session.browser.forged = forged;
    await refusesAll(host, documentId, session, what);
  });

  test('works where a browser says nothing of where it comes from: plain http beside localhost', async () => {
    const { session } = await opened(host);
    session.browser.forged = { origin: null, 'sec-fetch-site': null, 'sec-fetch-mode': null, 'sec-fetch-dest': null };
    expect(await statuses(session)).toEqual(Array(8).fill(200));
  });

  test('ends with its session: signed out here, from elsewhere, everywhere, or disabled', async () => {
    const ends: [string, (person: Actor, sessionId: string) => Promise<unknown>][] = [
      ['signed out', (_, sessionId) => endSession(sessionId, null)],
      ['signed out from elsewhere', (person, sessionId) => endOwnSession(person, { sessionId })],
      ['signed out everywhere', (person) => signOutEverywhere(person, { here: true })],
      ['disabled', ({ userId }) => disableUser('operator', { userId })],
    ];
    for (const [what, end] of ends) {
      const person = await makePerson();
      const { documentId, session } = await opened(host, person);
      const { id } = await db().session.findFirstOrThrow({ where: { userId: person.userId } });
      await end(person, id);
      await refusesAll(host, documentId, session, what);
      // Nor is it exchanged for another one.
      const { forged, cookie } = session.browser;
      expect([what, forged, await session.browser.run(() => session.access.renew())]).toEqual([what, {}, 'signed-out']);
      expect(cookie).not.toBeNull();
    }
  });

  test('of a page that was left open goes on when the person has signed in again: it is exchanged', async () => {
    const { documentId, session } = await opened(host);
    expect(await session.open()).toBeNull();
    const { id } = await db().session.findFirstOrThrow({
      where: { userId: host.anna.userId },
      orderBy: { createdAt: 'desc' },
    });
    await endSession(id, null);
    expect(await session.save('typed meanwhile')).toEqual({ ok: false, problem: 'signed-out' });
    session.browser.cookie = (await host.browser()).cookie;
    expect(await session.save('typed meanwhile')).toEqual({ ok: true, version: '2' });
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
    await session.close();
  });

  test('is for its document only', async () => {
    const { session } = await opened(host);
    const other = await host.document('other words', 'Other.txt');
    const wopiSrc = `${host.url}/wopi/files/${other}`;
    const elsewhere = new BuiltInSession(session.browser, { ...session.opened, wopiSrc });
    expect(new Set(await statuses(elsewhere))).toEqual(new Set([404]));
    expect(await host.row(other)).toMatchObject({ name: 'Other.txt', version: 1, lockId: null, recoveryCopies: [] });
  });

  test('to view changes nothing, but copies: that is reading', async () => {
    const documentId = await host.document('first words', 'Secret.txt');
    const session = await BuiltInSession.of(await host.browser(), documentId, 'view');
    const before = await host.row(documentId);
    expect(await statuses(session)).toEqual([200, 200, 404, 404, 200, 404, 404, 404]);
    expect(await host.row(documentId)).toEqual(before);
  });

  test('of an earlier version shows that version to its session, and does nothing else', async () => {
    const { documentId, session } = await opened(host);
    await session.open();
    await session.save('second words');
    const before = await host.row(documentId);
    const first = before.versions.find(({ number }) => number === 1);
    const path = `/api/documents/${documentId}/token?client=built-in&version=1&mode`;
    expect((await session.browser.fetch(`${path}=edit`, { method: 'POST' })).status).toBe(400);
    const answer = await session.browser.fetch(`${path}=view`, { method: 'POST' });
    const { accessToken } = z.object({ accessToken: z.string() }).parse(await answer.json());
    const wopiSrc = `${host.url}/wopi/files/${first?.id}`;
    const earlier = new BuiltInSession(session.browser, { ...session.opened, wopiSrc, accessToken });
    const content = await earlier.ask((file) => file.getFile());
    expect([content.status, await content.response?.text()]).toEqual([200, 'first words']);
    const [info, file, ...others] = await statuses(earlier);
    expect([info, file, others.includes(200)]).toEqual([200, 200, false]);
    expect(await host.row(documentId)).toEqual(before);
    session.browser.cookie = null;
    expect(new Set(await statuses(earlier))).toEqual(new Set([401]));
  });

  test('lets nobody write who may only view, comment or review: no editor stands between them and the bytes', async () => {
    for (const role of ['viewer', 'commenter', 'reviewer'] as const) {
      const person = await makePerson(role);
      const documentId = await host.document('first words', 'Shared.txt');
      await host.grant(documentId, person, role);
      const browser = await host.browser(person);
      const path = `/api/documents/${documentId}/token?mode=edit&client=built-in`;
      expect([role, (await browser.fetch(path, { method: 'POST' })).status]).toEqual([role, 404]);
      // Who was an editor when the page was opened, and is none any more.
      await host.grant(documentId, person, 'editor');
      const session = await host.builtIn(documentId, browser);
      await host.grant(documentId, person, role);
      expect([role, await session.save('overwritten')]).toEqual([role, { ok: false, problem: 'gone' }]);
      expect([role, await session.save('overwritten', 'exit')]).toEqual([role, { ok: false, problem: 'gone' }]);
      const info = await session.ask((file) => file.checkFileInfo());
      expect(await info.response?.json()).toMatchObject({ ReadOnly: true, UserCanWrite: false, UserCanRename: false });
      const row = await host.row(documentId);
      expect(row).toMatchObject({ version: 1, recoveryCopies: [{ reason: 'not-found' }] });
    }
  });

  test('needs no proof; a Document Server’s token needs one also with a cookie from a page of this origin', async () => {
    const { documentId, session } = await opened(host);
    const stolen = await host.token(documentId);
    const before = await host.row(documentId);
    const posing = new BuiltInSession(session.browser, { ...session.opened, accessToken: stolen });
    expect(new Set(await statuses(posing))).toEqual(new Set([500]));
    expect(await host.row(documentId)).toEqual(before);
    // And the portal's own: who is signed in gets such a token, and can do nothing with it.
    const path = `/api/documents/${documentId}/token?mode=edit&client=document-server`;
    const answer = await session.browser.fetch(path, { method: 'POST' });
    const { accessToken } = z.object({ accessToken: z.string() }).parse(await answer.json());
    const own = new BuiltInSession(session.browser, { ...session.opened, accessToken });
    expect(new Set(await statuses(own))).toEqual(new Set([500]));
    expect(await host.row(documentId)).toEqual(before);
  });

  test('S15: is not in the log', async () => {
    const { session } = await opened(host);
    await statuses(session, 'query');
    session.browser.cookie = null;
    await statuses(session, 'query');
    expect(host.output()).not.toContain(session.opened.accessToken);
  });
});
