import { cookies, headers } from 'next/headers';
import { localeCookie } from '@/lib/shared/messages/locale';
import type { LocaleHints } from '@/lib/shared/messages/pick-locale';
import { findActor } from './find-actor';

/** What this request says about the language of its answer. Works in pages, server actions and route handlers. */
export async function pageLocaleHints(): Promise<LocaleHints> {
  const cookie = (await cookies()).get(localeCookie)?.value ?? null;
  const acceptLanguage = (await headers()).get('accept-language');
  return { person: await personsLocale(), cookie, acceptLanguage };
}

/** A database that does not answer is told by the page: its words must not fail for the same reason. */
async function personsLocale(): Promise<string | null> {
  try {
    return (await findActor())?.locale ?? null;
  } catch {
    return null;
  }
}
