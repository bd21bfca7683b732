/** The languages that pages are written in, as BCP 47 tags; the first is the default. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

/** What Intl writes dates and numbers with: the pages' English has the day before the month. */
export const formatLocale: Readonly<Record<Locale, string>> = { en: 'en-GB' };

/** What the editor is told (placeholders UI_LLCC and DC_LLCC of discovery). */
export const editorLanguage: Readonly<Record<Locale, string>> = { en: 'en-US' };
