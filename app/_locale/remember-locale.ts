'use client';

import { type Locale, localeCookie } from '@/lib/shared/messages/locale';

/** Keeps the language for pages of this browser that do not know the person; null lets the browser decide. */
export function rememberLocale(locale: Locale | null): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  const life = locale === null ? 0 : 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: not all browsers have the Cookie Store API, and it needs https
  document.cookie = `${localeCookie}=${locale ?? ''}; path=/; max-age=${life}; samesite=lax${secure}`;
}
