/** The languages that pages are written in, as BCP 47 tags; the first is the default. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

/** What Intl writes dates and numbers with: the pages' English has the day before the month. */
export const formatLocale: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' };

/** What the editor is told (placeholders UI_LLCC and DC_LLCC of discovery). */
export const editorLanguage: Readonly<Record<Locale, string>> = { en: 'en-US', de: 'de-DE' };

/** What a language calls itself: who looks for it may not read the page's. */
export const ownName: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

/** Remembers in a browser what was chosen there, for pages that do not know the person yet. No secret. */
export const localeCookie = 'lectern-locale';

/** Whether `text` names a language that pages are written in. */
export function isLocale(text: string | null): text is Locale {
  return locales.some((locale) => locale === text);
}
