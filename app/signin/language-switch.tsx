'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { rememberLocale } from '@/app/_locale/remember-locale';
import { type Locale, locales, ownName } from '@/lib/shared/messages/locale';

/** The languages by their own names. What was typed already stays. */
export function LanguageSwitch() {
  const words = useMessages().account;
  const shown = useLocale();
  const router = useRouter();

  function choose(locale: Locale) {
    rememberLocale(locale);
    router.refresh();
  }

  return (
    <fieldset className="languages">
      <legend className="sr-only">{words.language}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          className="language"
          aria-pressed={locale === shown}
          onClick={() => choose(locale)}
        >
          {ownName[locale]}
        </button>
      ))}
    </fieldset>
  );
}
