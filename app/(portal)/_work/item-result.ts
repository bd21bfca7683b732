import type { Locale } from '@/lib/shared/messages/locale';
import { refusalSentence } from '@/lib/shared/messages/refusal-sentence';
import type { Outcome } from '@/lib/shared/outcome';
import type { ItemResult } from './work-answer';

/** What became of an item, for the page: what is refused says why in the person's language. */
export function itemResult(
  itemId: string,
  outcome: Outcome<{ id?: string; name?: string }> | undefined,
  locale: Locale,
): ItemResult {
  if (!outcome || outcome.ok) return { itemId, ok: true, id: outcome?.id ?? itemId, name: outcome?.name ?? '' };
  const { error } = outcome;
  return { itemId, ok: false, code: error.code, message: refusalSentence(locale, error) };
}
