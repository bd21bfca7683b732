import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import { changePassword } from '@/lib/users/change-password';
import { disableUser } from '@/lib/users/disable-user';
import { makePerson } from '@/test/make-person';
import { opened, refusesAll, statuses } from '@/test/wopi-client/built-in-requests';
import { throughBothDoors } from './host';
import { signInOverHttp, trySignIn } from './sign-in-over-http';

const password = 'correct horse battery';

throughBothDoors('Sign-in and sessions', (host) => {
  const state = (headers: Record<string, string>) => host.fetch('/api/listings/state?place=recent', { headers });

  test('S43: forty guesses at once, with another X-Forwarded-For each, are checked ten times at most and look alike for unknown people', async () => {
    const victim = await makePerson();
    for (const email of [victim.email, `${newId()}@example.com`]) {
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          trySignIn(host.url, email, `guess ${n}`, { 'x-forwarded-for': `203.0.113.${n}` }),
        ),
      );
      expect(answers.filter(({ cookie }) => cookie.includes('lectern-session='))).toEqual([]);
      const said = await Promise.all(answers.map(async ({ response }) => String((await response.json()).url)));
      const wrong = said.filter((url) => url.includes('wrong')).length;
      expect(wrong).toBeLessThanOrEqual(10);
      expect(said.filter((url) => url.includes('too-many'))).toHaveLength(40 - wrong);
    }
    // Of those that meet, some are refused that could have been tried: one after the other uses up what is left.
    for (let n = 0; n < 10; n += 1) await trySignIn(host.url, victim.email, `guess ${n}`);
    const right = await trySignIn(host.url, victim.email, password);
    expect(right.cookie).not.toContain('lectern-session=');
    const other = await makePerson();
    expect((await trySignIn(host.url, other.email, password)).cookie).toContain('lectern-session=');
  });

  test('S44: a cookie set beforehand is nobody’s, and sign-in gives another one, HttpOnly, SameSite=Lax and without a Domain', async () => {
    const planted = 'lectern-session=planted-by-somebody';
    expect((await state({ cookie: planted })).status).toBe(401);
    const { cookie, response } = await trySignIn(host.url, host.anna.email, password, { cookie: planted });
    expect(cookie).not.toContain('planted');
    const sent = response.headers.getSetCookie().find((each) => each.startsWith('lectern-session=')) ?? '';
    expect(sent).toMatch(/; HttpOnly/i);
    expect(sent).toMatch(/; SameSite=Lax/i);
    expect(sent).not.toMatch(/Domain=/i);
  });

  test('S44: a session is over at once after signing out, a change of password elsewhere and disabling', async () => {
    const ends: [string, (person: Awaited<ReturnType<typeof makePerson>>, cookie: string) => Promise<unknown>][] = [
      ['sign-out', (_, cookie) => signOut(cookie)],
      ['password', (person) => changePassword(person, { oldPassword: password, newPassword: 'another good password' })],
      ['disabled', (person) => disableUser('operator', { userId: person.userId })],
    ];
    for (const [name, end] of ends) {
      const person = await makePerson();
      const session = await signInOverHttp(host.url, person.email, password);
      expect([name, (await state(session)).status]).toEqual([name, 200]);
      await end(person, session.Cookie);
      expect([name, (await state(session)).status]).toEqual([name, 401]);
      const page = await host.fetch('/documents', { headers: session, redirect: 'manual' });
      expect([name, page.status, page.headers.get('location')]).toEqual([
        name,
        307,
        expect.stringContaining('/signin'),
      ]);
    }
    expect(await db().session.count({ where: { user: { disabledAt: { not: null } } } })).toBe(0);
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
        const answer = await host.fetch(host.url + path, { headers: more, redirect: 'manual' });
        const text = await answer.text();
        expect([path, text.includes('Hidden name') || text.includes('hidden words')]).toEqual([path, false]);
        // 307: Next leads a request for its own format to another address first.
        if (path.startsWith('/api/documents')) expect([401, 307]).toContain(answer.status);
      }
    }
  });

  test('a token of the built-in client works in a header and in the query, with the cookie of its session, from a page of this origin', async () => {
    for (const where of ['header', 'query'] as const) {
      const { session } = await opened(host);
      expect([where, await statuses(session, where)]).toEqual([where, Array(8).fill(200)]);
    }
  });

  test('S15: it is nothing without the cookie, nor with it from another site’s page; and it is not in the log', async () => {
    const { documentId, session } = await opened(host);
    session.browser.forged = { origin: 'https://evil.example' };
    await refusesAll(host, documentId, session, 'a foreign Origin');
    session.browser.forged = {};
    session.browser.cookie = null;
    await refusesAll(host, documentId, session, 'no cookie');
    expect(host.output()).not.toContain(session.opened.accessToken);
  });

  async function signOut(cookie: string): Promise<void> {
    const csrf = await host.fetch('/api/auth/csrf', { headers: { cookie } });
    const { csrfToken } = await csrf.json();
    const done = await host.fetch('/api/auth/signout', {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: host.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    });
    expect(done.status).toBeLessThan(400);
  }
});
