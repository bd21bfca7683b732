import { german } from './de/german';
import { english } from './en/english';
import { defaultLocale, type Locale } from './locale';

/** Every word that pages say. A language is complete or it does not compile. */
export type Messages = typeof english;

const dictionaries: Readonly<Record<Locale, Messages>> = { en: english, de: german };

/** The words of a language. */
export function messagesFor(locale: Locale = defaultLocale): Messages {
  return dictionaries[locale];
}
