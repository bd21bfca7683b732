import { useDeferredValue, useMemo } from 'react';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatLocale } from '@/lib/shared/messages/locale';
import { countWords } from './count-words';
import type { OpenState } from './session-state';
import type { Spot } from './use-code-mirror';

/** Below the text: how much it is, where the cursor stands, how it is written. */
export function StatusLine({ state, text, spot }: { state: OpenState; text: string; spot: Spot | null }) {
  const words = useMessages().textEditor;
  const locale = formatLocale[useLocale()];
  const later = useDeferredValue(text);
  const chosen = useDeferredValue(spot?.chosen ?? '');
  const number = (value: number) => value.toLocaleString(locale);
  const all = useMemo(() => countWords(later, locale), [later, locale]);
  const part = useMemo(() => countWords(chosen, locale), [chosen, locale]);
  const inWords = (count: number) => (count === 1 ? words.counts.word : words.counts.words(number(count)));
  const { encoding, lineEnd } = state.format;
  return (
    <footer className="status-line">
      <span>{part > 0 ? words.counts.chosen(inWords(part)) : inWords(all)}</span>
      <span data-wide-only>{words.counts.characters(number(later.length))}</span>
      <span className="status-spot">{spot ? words.counts.position(number(spot.line), number(spot.column)) : null}</span>
      <span data-wide-only>{words.encodings[encoding]}</span>
      <span data-wide-only>{words.lineEnds[lineEnd]}</span>
    </footer>
  );
}
