'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { defaultLocale, type Locale } from '@/lib/shared/messages/locale';
import { type Messages, messagesFor } from '@/lib/shared/messages/messages-for';

const LocaleContext = createContext<Locale>(defaultLocale);

/** Tells the components of the browser which language the server chose. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The words of the page's language. */
export function useMessages(): Messages {
  return messagesFor(useContext(LocaleContext));
}

/** The page's language. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}
