import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { newId } from '@/lib/shared/new-id';
import { changePassword } from '@/lib/users/change-password';
import { disableUser } from '@/lib/users/disable-user';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';
import { signInOverHttp, trySignIn } from './sign-in-over-http';

const password = 'correct horse battery';

throughBothDoors('Sign-in and sessions', (host) => {
  const state = (headers: Record<string, string>) => fetch(`${host.url}/api/listings/state?place=recent`, { headers });

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
    const right = await trySignIn(host.url, victim.email, password);
    expect(right.cookie).not.toContain('lectern-session=');
    const other = await makePerson();
    expect((await trySignIn(host.url, other.email, password)).cookie).toContain('lectern-session=');
  });

  test('S44: the cookie is HttpOnly and SameSite=Lax and has no Domain', async () => {
    const { response } = await trySignIn(host.url, host.anna.email, password);
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith('lectern-session=')) ?? '';
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/Domain=/i);
  });

  test('S44: a cookie set beforehand is nobody’s, and sign-in gives another one', async () => {
    const planted = 'lectern-session=planted-by-somebody';
    expect((await state({ cookie: planted })).status).toBe(401);
    const { cookie } = await trySignIn(host.url, host.anna.email, password, { cookie: planted });
    expect(cookie).not.toContain('planted');
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
      const page = await fetch(`${host.url}/documents`, { headers: session, redirect: 'manual' });
      expect([name, page.status, page.headers.get('location')]).toEqual([
        name,
        307,
        expect.stringContaining('/signin'),
      ]);
    }
    expect(await db().session.count({ where: { user: { disabledAt: { not: null } } } })).toBe(0);
  });

  async function signOut(cookie: string): Promise<void> {
    const csrf = await fetch(`${host.url}/api/auth/csrf`, { headers: { cookie } });
    const { csrfToken } = await csrf.json();
    const done = await fetch(`${host.url}/api/auth/signout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: host.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    });
    expect(done.status).toBeLessThan(400);
  }
});

throughBothDoors(
  'Sessions on https',
  (host) => {
    test('S44: on https the session cookie is Secure and bound to the host by its name', async () => {
      const { response } = await trySignIn(host.url, host.anna.email, password, {}, 'https://portal.example');
      const cookie = response.headers.getSetCookie().find((each) => each.includes('session=')) ?? '';
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Secure/i);
    });
  },
  { PUBLIC_URL: 'https://portal.example' },
);
