'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { rememberLocale } from '@/app/_locale/remember-locale';
import { type Locale, locales, ownName } from '@/lib/shared/messages/locale';
import { messagesFor } from '@/lib/shared/messages/messages-for';
import { chooseLocale } from './actions';

/** @param chosen null: the browser decides */
export function LanguageForm({ chosen }: { chosen: Locale | null }) {
  const words = useMessages().account.settings;
  const router = useRouter();
  const [marked, setMarked] = useState(chosen);

  async function choose(locale: Locale | null) {
    const before = marked;
    setMarked(locale);
    const result = await runAction(() => chooseLocale({ locale }));
    if (!result.ok) {
      setMarked(before);
      notify({ title: result.message, isProblem: true });
      return;
    }
    rememberLocale(locale);
    notify({ id: 'language', title: messagesFor(result.shown).account.settings.languageChosen });
    router.refresh();
  }

  return (
    <fieldset>
      <legend className="sr-only">{words.languageTitle}</legend>
      <div className="choices">
        {[null, ...locales].map((locale) => (
          <label key={locale} className="choice" lang={locale ?? undefined}>
            <input type="radio" name="language" checked={locale === marked} onChange={() => choose(locale)} />
            {locale === null ? words.likeBrowser : ownName[locale]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
