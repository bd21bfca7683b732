import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { requestAddress } from '@/lib/auth/request-address';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { makePerson } from '../../make-person';
import { Browser } from './browser';

// As behind a reverse proxy that speaks https. Read at the first use, which is after this line.
process.env.PUBLIC_URL = 'https://docs.example.com';
process.env.TRUSTED_PROXIES = '10.0.0.0/8';

const password = 'correct horse battery';
const door = globalThis as typeof globalThis & { lecternNodeDoor?: boolean };

/** What arrives when a client behind the proxy says `forwarded` about itself. */
function throughProxy(client: string, forwarded?: string): Record<string, string> {
  return { 'x-lectern-peer': '10.0.0.1', 'x-forwarded-for': forwarded ? `${forwarded}, ${client}` : client };
}

beforeAll(async () => {
  door.lecternNodeDoor = true;
  await prepareDatabase({ guard: false });
});
afterAll(() => {
  delete door.lecternNodeDoor;
});

test('S44 on https the cookies are Secure and bound to this host by their names', async () => {
  const anna = await makePerson();
  const browser = new Browser(throughProxy('192.0.2.1'));
  const answer = await browser.post('/api/auth/callback/credentials', { email: anna.email, password });
  const lines = answer.headers.getSetCookie();
  expect(lines.some((line) => line.startsWith('__Host-lectern-session='))).toBe(true);
  for (const line of lines) {
    expect(line).toMatch(/^__Host-/);
    expect(line).toMatch(/; Secure(;|$)/i);
    expect(line).toMatch(/; Path=\/(;|$)/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
  expect((await actorOfRequest(browser.request())).userId).toBe(anna.userId);
});

test('S44 a session cookie that a neighbour planted under the name for http opens nothing', async () => {
  const anna = await makePerson();
  const browser = new Browser(throughProxy('192.0.2.1'));
  await browser.signIn(anna.email, password);
  const value = browser.cookies.get('__Host-lectern-session') ?? '';
  browser.cookies.clear();
  browser.cookies.set('lectern-session', value);
  await expect(actorOfRequest(browser.request())).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('the address is the one that the trusted proxy saw', () => {
  expect(requestAddress(new Headers(throughProxy('192.0.2.1', '198.51.100.9')))).toBe('192.0.2.1');
});

test('S43 a new X-Forwarded-For for each guess does not help, and another client still gets in', async () => {
  const anna = await makePerson();
  for (let n = 0; n < 10; n += 1) {
    const browser = new Browser(throughProxy('192.0.2.66', `198.51.100.${n}`));
    expect(await browser.signIn(anna.email, `wrong ${n}`)).toBe('wrong');
  }
  expect(await new Browser(throughProxy('192.0.2.66', '198.51.100.99')).signIn(anna.email, password)).toBe('too-many');
  expect(await new Browser(throughProxy('192.0.2.67')).signIn(anna.email, password)).toBeNull();
});
