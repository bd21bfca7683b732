import { useDeferredValue, useMemo } from 'react';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { encodingName } from '@/app/built-in/_encoding/encodings';
import { formatLocale } from '@/lib/shared/messages/locale';
import { countWords } from './count-words';
import type { OpenState } from './session-state';
import type { Spot } from './use-code-mirror';

type StatusLineProps = { state: OpenState; text: string; spot: Spot | null; onEncoding: () => void };

/** Below the text: how much it is, where the cursor stands, how it is written. */
export function StatusLine({ state, text, spot, onEncoding }: StatusLineProps) {
  const words = useMessages().textEditor;
  const locale = formatLocale[useLocale()];
  const later = useDeferredValue(text);
  const chosen = useDeferredValue(spot?.chosen ?? '');
  const number = (value: number) => value.toLocaleString(locale);
  const all = useMemo(() => countWords(later, locale), [later, locale]);
  const part = useMemo(() => countWords(chosen, locale), [chosen, locale]);
  const inWords = (count: number) => (count === 1 ? words.counts.word : words.counts.words(number(count)));
  const { encoding, hasMark, lineEnd } = state.format;
  // In UTF-16 and UTF-32 a mark is the rule.
  const name =
    hasMark && encoding === 'utf-8' ? words.encoding.withMark(encodingName(encoding)) : encodingName(encoding);
  return (
    <footer className="status-line">
      <span>{part > 0 ? words.counts.chosen(inWords(part)) : inWords(all)}</span>
      <span data-wide-only>{words.counts.characters(number(later.length))}</span>
      <span className="status-spot">{spot ? words.counts.position(number(spot.line), number(spot.column)) : null}</span>
      {state.reading.isConverted ? (
        <span data-wide-only>{name}</span>
      ) : (
        <button type="button" data-wide-only title={words.encoding.other} onClick={onEncoding}>
          {name}
        </button>
      )}
      <span data-wide-only>{words.lineEnds[lineEnd]}</span>
    </footer>
  );
}
