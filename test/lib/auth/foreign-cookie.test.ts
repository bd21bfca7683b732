import { beforeAll, expect, test } from 'vitest';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { db } from '@/lib/db/db';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { makePerson } from '../../make-person';
import { Browser } from './browser';
import { foreignCookie } from './foreign-cookie';

const password = 'correct horse battery';

beforeAll(() => prepareDatabase({ guard: false }));

test('S44 a session cookie that asks for rounds of work on its key opens nothing: nobody does them', async () => {
  const anna = await makePerson();
  const browser = new Browser();
  await browser.signIn(anna.email, password);
  const sessionId = (await actorOfRequest(browser.request())).sessionId ?? '';
  for (const rounds of [1, 10_000]) {
    browser.cookies.set('lectern-session', foreignCookie(sessionId, rounds));
    await expect(actorOfRequest(browser.request())).rejects.toMatchObject({ code: 'not-signed-in' });
    expect((await browser.session()).user).toBeUndefined();
    browser.cookies.set('lectern-session', foreignCookie(sessionId, rounds));
    await browser.signOut();
    expect(await db().session.count({ where: { id: sessionId } })).toBe(1);
  }
});
