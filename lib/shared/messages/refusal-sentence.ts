import type { AppError } from '@/lib/errors';
import { germanRefusals } from './de/refusals';
import type { Locale } from './locale';
import type { Refusals } from './refusals';

const translated: Readonly<Record<Exclude<Locale, 'en'>, Refusals>> = { de: germanRefusals };

/** What a refusal says to a person, in their language: by its reason, or by its code where it has none. */
export function refusalSentence(locale: Locale, refusal: Pick<AppError, 'code' | 'message' | 'detail'>): string {
  if (locale === 'en') return refusal.message;
  const { codes, reasons } = translated[locale];
  const { reason } = refusal.detail;
  return (reason === undefined ? codes[refusal.code] : reasons[reason])(refusal.detail);
}
