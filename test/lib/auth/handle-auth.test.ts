import { beforeAll, expect, test } from 'vitest';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { handleAuth } from '@/lib/auth/handle-auth';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { changePassword } from '@/lib/users/change-password';
import { disableUser } from '@/lib/users/disable-user';
import { makePerson } from '../../make-person';
import { Browser } from './browser';

const password = 'correct horse battery';

beforeAll(() => prepareDatabase({ guard: false }));

test('who signs in is the actor of the requests that follow', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  expect(await browser.signIn(anna.email, password)).toBeNull();
  const actor = await actorOfRequest(browser.request());
  expect(actor).toMatchObject({ userId: anna.userId, name: anna.name, isAdmin: false, ceiling: 'edit' });
  const { user, expires } = await browser.session();
  expect(user).toEqual({ name: anna.name, email: anna.email });
  const row = await db().session.findUniqueOrThrow({ where: { id: actor.sessionId ?? '' } });
  expect(expires).toBe(row.expiresAt.toISOString());
});

test('the session cookie is HttpOnly, SameSite=Lax, for this host alone, and says nothing about the person', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  const answer = await browser.post('/api/auth/callback/credentials', { email: anna.email, password });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('lectern-session='));
  expect(cookie).toMatch(/; Path=\/(;|$)/i);
  expect(cookie).toMatch(/; HttpOnly(;|$)/i);
  expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
  expect(cookie).not.toMatch(/; Domain=/i);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect((cookie ?? '').length).toBeLessThan(1000);
});

test('S43 the page is told "wrong" for an unknown address as for a wrong password, then "too-many"', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  expect(await browser.signIn('nobody@example.com', password)).toBe('wrong');
  for (let n = 0; n < 10; n += 1) expect(await browser.signIn(anna.email, `wrong ${n}`)).toBe('wrong');
  expect(await browser.signIn(anna.email, password)).toBe('too-many');
  expect(browser.cookies.has('lectern-session')).toBe(false);
});

test('S44 after signing out the cookie that was stolen before opens nothing', async () => {
  const anna = await makePerson();
  const [browser, thief] = [new Browser(), new Browser()];
  await browser.signIn(anna.email, password);
  thief.cookies.set('lectern-session', browser.cookies.get('lectern-session') ?? '');
  expect((await actorOfRequest(thief.request())).userId).toBe(anna.userId);
  await browser.signOut();
  expect(browser.cookies.has('lectern-session')).toBe(false);
  await expect(actorOfRequest(thief.request())).rejects.toMatchObject({ code: 'not-signed-in' });
  expect((await thief.session()).user).toBeUndefined();
});

test('S44 a cookie from before sign-in names another session afterwards', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  await browser.signIn(anna.email, password);
  const before = (await actorOfRequest(browser.request())).sessionId;
  await browser.signIn(anna.email, password);
  expect((await actorOfRequest(browser.request())).sessionId).not.toBe(before);
});

test('S44 a change of password and a disabled account end what is open elsewhere', async () => {
  const anna = await makePerson();
  const [here, there] = [new Browser(), new Browser()];
  await here.signIn(anna.email, password);
  await there.signIn(anna.email, password);
  const actor = await actorOfRequest(here.request());
  await changePassword(actor, { oldPassword: password, newPassword: 'another horse' });
  await expect(actorOfRequest(there.request())).rejects.toMatchObject({ code: 'not-signed-in' });
  expect((await actorOfRequest(here.request())).sessionId).toBe(actor.sessionId);
  await disableUser('operator', { userId: anna.userId });
  await expect(actorOfRequest(here.request())).rejects.toMatchObject({ code: 'not-signed-in' });
});

test.each([
  '',
  'x',
  'a.b.c.d.e',
  `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${'A'.repeat(16)}.x.${'A'.repeat(22)}`,
  '%00',
])('the session cookie %j opens nothing', async (value) => {
  const browser = new Browser();
  browser.cookies.set('lectern-session', value);
  await expect(actorOfRequest(browser.request())).rejects.toMatchObject({ code: 'not-signed-in' });
  expect((await browser.session()).user).toBeUndefined();
});

test('S35 a sign-in and a sign-out from another site are refused', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  await browser.signIn(anna.email, password);
  for (const path of ['/api/auth/callback/credentials', '/api/auth/signout']) {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      const sent = browser.send(path, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ email: anna.email, password }),
      });
      await expect(sent).rejects.toMatchObject({ code: 'cross-origin' });
    }
  }
  expect((await actorOfRequest(browser.request())).userId).toBe(anna.userId);
});

test('S35 a change of another site is refused before anybody asks who sends it', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  await browser.signIn(anna.email, password);
  const foreign = browser.request('POST', { origin: 'https://evil.example' });
  await expect(actorOfRequest(foreign)).rejects.toMatchObject({ code: 'cross-origin' });
  const own = browser.request('POST', { origin: 'http://localhost:3000' });
  expect((await actorOfRequest(own)).userId).toBe(anna.userId);
});

test('a sign-in without the token against forged forms starts no session', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  await browser.send('/api/auth/csrf');
  const body = new URLSearchParams({ email: anna.email, password, csrfToken: 'forged', json: 'true' });
  await browser.send('/api/auth/callback/credentials', { method: 'POST', body });
  expect(await db().session.count({ where: { userId: anna.userId } })).toBe(0);
});

test('a browser without cookies is told so and not that it is signed in', async () => {
  const anna = await makePerson();
  const body = new URLSearchParams({ email: anna.email, password, csrfToken: 'x', json: 'true' });
  const answer = await new Browser().send('/api/auth/callback/credentials', { method: 'POST', body });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ url: 'http://localhost:3000/signin?error=cookies' });
});

test('S36 a foreign callbackUrl, wherever it is put, never gets into an answer', async () => {
  const anna = await makePerson();
  for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'evil']) {
    const browser = new Browser();
    browser.cookies.set('lectern-callback', encodeURIComponent(evil));
    const query = `?callbackUrl=${encodeURIComponent(evil)}`;
    const page = await browser.send(`/api/auth/signin${query}`);
    expect(page.status).toBe(302);
    expect(new URL(page.headers.get('location') ?? '', 'http://localhost:3000').href).toBe(
      `http://localhost:3000/signin?callbackUrl=${encodeURIComponent('http://localhost:3000/documents')}`,
    );
    const signedIn = await browser.post(`/api/auth/callback/credentials${query}`, {
      email: anna.email,
      password,
      callbackUrl: evil,
    });
    expect(await signedIn.json()).toEqual({ url: 'http://localhost:3000/documents' });
    const signedOut = await browser.post('/api/auth/signout', { callbackUrl: evil });
    expect(await signedOut.json()).toEqual({ url: 'http://localhost:3000/documents' });
  }
});

test.each([
  ['/api/auth/error?error=%0d%0aSet-Cookie:%20a=b'],
  ['/api/auth/error?error=a%26next%3D%2F%2Fevil.example'],
  ['/api/auth/session?callbackUrl=%00'],
  ['/api/auth/constructor'],
  ['/api/auth/callback/__proto__'],
  ['/api/auth/signout'],
  ['/api/auth/verify-request'],
])('GET %s gives no 500 and shows no page of next-auth', async (path) => {
  const answer = await new Browser().send(path);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get('content-type') ?? '').not.toContain('html');
  expect(answer.headers.get('location') ?? '').not.toMatch(/evil|\r|\n/);
  expect(answer.headers.get('set-cookie') ?? '').not.toContain('a=b');
});

test.each([
  ['/api/auth/error/%0d%0ax'],
  ['/api/auth/a/../..%2f'],
  ['/api/auth/é'],
  [`/api/auth/${'a'.repeat(100)}`],
  ['/api/auth/'],
])('there is nothing at %s', async (path) => {
  await expect(new Browser().send(path)).rejects.toMatchObject({ code: 'not-found' });
});

test.each([
  ['JSON', 'application/json', '{"csrfToken":'],
  ['no type', '', 'a=b'],
  ['a large form', 'application/x-www-form-urlencoded', 'a'.repeat(40_000)],
])('a POST with %s is refused', async (_, type, body) => {
  const headers = { 'content-type': type, origin: 'http://localhost:3000' };
  const request = new Request('http://localhost:3000/api/auth/signout', { method: 'POST', headers, body });
  await expect(handleAuth(request)).rejects.toMatchObject({ code: 'invalid-request' });
});

test('a sign-in form with no fields is answered "wrong"', async () => {
  const answer = await new Browser().post('/api/auth/callback/credentials', {});
  expect(await answer.json()).toEqual({ url: expect.stringContaining('error=wrong') });
});
