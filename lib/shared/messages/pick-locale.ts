import { defaultLocale, isLocale, type Locale } from './locale';

/** What is known about the language that somebody wants, the weightiest first. */
export type LocaleHints = {
  /** what the person chose under Settings; null: nothing, or nobody is signed in */
  person: string | null;
  /** what was chosen in this browser */
  cookie: string | null;
  /** the header Accept-Language, in which the browser says what it is set to */
  acceptLanguage: string | null;
};

/** What was chosen by hand, or null: then the browser decides. */
export function chosenLocale({ person, cookie }: Omit<LocaleHints, 'acceptLanguage'>): Locale | null {
  if (isLocale(person)) return person;
  return isLocale(cookie) ? cookie : null;
}

/** The language of a page: what was chosen, else what the browser would like best, else the default. */
export function pickLocale(hints: LocaleHints): Locale {
  return chosenLocale(hints) ?? wished(hints.acceptLanguage ?? '') ?? defaultLocale;
}

/** RFC 9110, 12.5.4: ranges with weights; of equal ones the first. `de-CH` is content with `de`. */
function wished(header: string): Locale | null {
  let best: { locale: Locale; weight: number } | null = null;
  // The first hundred are plenty, and a long header stays cheap.
  for (const part of header.split(',', 100)) {
    const [range = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const locale = range.split('-', 1)[0] ?? '';
    const quality = parameters.find((each) => each.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (isLocale(locale) && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? null;
}
