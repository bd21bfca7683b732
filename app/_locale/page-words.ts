import { cache } from 'react';
import { pageLocaleHints } from '@/lib/auth/page-locale-hints';
import type { Locale } from '@/lib/shared/messages/locale';
import { type Messages, messagesFor } from '@/lib/shared/messages/messages-for';
import { pickLocale } from '@/lib/shared/messages/pick-locale';

/** The language of the answer that is being made: a page's, a server action's or a route handler's. */
export const pageLocale = cache(async (): Promise<Locale> => pickLocale(await pageLocaleHints()));

/** The words of the page that is being rendered, for server components and metadata. */
export async function pageWords(): Promise<Messages> {
  return messagesFor(await pageLocale());
}
