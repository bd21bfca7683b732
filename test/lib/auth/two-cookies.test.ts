import { expect, test } from 'vitest';
import { chooseLocale } from '@/app/(portal)/settings/actions';
import { cookieNames } from '@/lib/auth/cookie-names';
import { findActor } from '@/lib/auth/find-actor';
import { readCookies } from '@/lib/auth/read-cookies';
import { act } from '@/test/act-in-process';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { opened } from '@/test/wopi-client/built-in-requests';

inProcess('S44: a request with two session cookies', (host) => {
  test('is nobody’s: pages, actions, handlers, next-auth and the host agree', async () => {
    const { documentId, session } = await opened(host);
    const {
      browser,
      opened: { wopiSrc, accessToken },
    } = session;
    const mine = browser.cookie ?? '';
    const foreign = (await host.browser(await makePerson('Mallory'))).cookie ?? '';
    const name = cookieNames().session;
    /** Whether the request is that of somebody who is signed in, as each reader of the cookie says. */
    const isSomebody = async (cookie: string) => {
      browser.cookie = cookie;
      return {
        page: (await act(browser, findActor)) !== null,
        action: (await act(browser, () => chooseLocale({ locale: null }))).ok,
        handler: (await browser.fetch(`/api/documents/${documentId}/content`)).status === 200,
        auth: Object.hasOwn(await (await browser.fetch('/api/auth/session')).json(), 'user'),
        host: (await browser.fetch(wopiSrc, { headers: { authorization: `Bearer ${accessToken}` } })).status === 200,
      };
    };
    const all = { page: true, action: true, handler: true, auth: true, host: true };
    const none = { page: false, action: false, handler: false, auth: false, host: false };
    expect(await isSomebody(mine)).toEqual(all);
    expect(await isSomebody(`${mine}; ${foreign}`)).toEqual(none);
    expect(await isSomebody(`${foreign}; ${mine}`)).toEqual(none);
    expect(await isSomebody(`${name}=garbage; ${mine}`)).toEqual(none);
    // The same twice says nothing else, and what only begins with the name is another cookie.
    expect(await isSomebody(`${mine}; ${mine}`)).toEqual(all);
    expect(await isSomebody(`${name}.0=garbage; ${mine}; ${name}-other=garbage`)).toEqual(all);
  });
});

test.each([
  ['a=1; b=2', { a: '1', b: '2' }],
  ['a=1; a=2; b=3', { b: '3' }],
  ['a=1; a=2; a=1', {}],
  ['a=1; a=1', { a: '1' }],
  ['a=%31; a=1', { a: '1' }],
  ['a=%zz; =x; c', { a: '%zz' }],
  ['__proto__=1; a=2', { ['__proto__']: '1', a: '2' }],
])('the cookies of %j are %j', (cookie, wanted) => {
  expect(Object.entries(readCookies(new Headers({ cookie })))).toEqual(Object.entries(wanted));
});
