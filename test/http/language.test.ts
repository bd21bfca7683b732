import { expect, test } from 'vitest';
import { chooseLocale } from '@/lib/users/choose-locale';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';
import { signInOverHttp } from './sign-in-over-http';

const password = 'correct horse battery';

throughBothDoors('The language of what is answered', (host) => {
  const pageOf = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(host.url + path, { headers });
    return await answer.text();
  };
  const refusal = async (headers: Record<string, string>) => {
    const answer = await fetch(`${host.url}/api/documents/${'0'.repeat(26)}/content`, { headers });
    const { error, message } = (await answer.json()) as { error: string; message: string };
    return { status: answer.status, error, message };
  };

  test('a visitor gets the page in the language of the browser, or the one chosen in it, or English', async () => {
    expect(await pageOf('/signin', {})).toMatch(/<html lang="en"/);
    expect(await pageOf('/signin', { 'accept-language': 'de-CH,en;q=0.5' })).toMatch(/<html lang="de".*Passwort/s);
    expect(await pageOf('/signin', { cookie: 'lectern-locale=de' })).toMatch(/<html lang="de"/);
    expect(await pageOf('/signin', { cookie: 'lectern-locale="><script>', 'accept-language': '*' })).toMatch(
      /<html lang="en"/,
    );
  });

  test('a refusal is told in the language of the page, with the same code', async () => {
    const session = await signInOverHttp(host.url, host.anna.email, password);
    const english = 'This document does not exist, or it is not shared with you.';
    expect(await refusal(session)).toEqual({ status: 404, error: 'not-found', message: english });
    expect(await refusal({ ...session, 'accept-language': 'de' })).toEqual({
      status: 404,
      error: 'not-found',
      message: 'Dieses Dokument gibt es nicht mehr, oder es ist nicht für Sie freigegeben.',
    });
    expect((await refusal({ 'accept-language': 'de' })).message).toBe(
      'Sie sind abgemeldet. Melden Sie sich wieder an.',
    );
  });

  test('what a person chose counts wherever they are signed in', async () => {
    const person = await makePerson();
    const session = await signInOverHttp(host.url, person.email, password);
    await chooseLocale(person, { locale: 'de' });
    const english = { ...session, 'accept-language': 'en' };
    expect(await pageOf('/settings', english)).toMatch(/<html lang="de".*Einstellungen/s);
    expect((await refusal(english)).message).toMatch(/^Dieses Dokument/);
    await chooseLocale(person, { locale: null });
    expect(await pageOf('/settings', english)).toMatch(/<html lang="en"/);
  });
});
