import { openSearchPanel } from '@codemirror/search';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import type { OpenState } from './session-state';
import type { TextSession } from './text-session';
import { type Spot, useCodeMirror } from './use-code-mirror';

type TextAreaProps = {
  session: TextSession;
  state: OpenState;
  wraps: boolean;
  onSpot: (spot: Spot) => void;
  onText: (text: string) => void;
  /** gives the page what opens the search */
  search: { current: () => void };
};

/** Below this, in characters, what surrounds the text follows each key. */
const shortText = 100_000;

/** The text itself. */
export function TextArea({ session, state, wraps, onSpot, onText, search }: TextAreaProps) {
  const words = useMessages().textEditor;
  const place = useRef<HTMLDivElement>(null);
  const telling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const view = useCodeMirror({
    place,
    name: state.name,
    label: words.label(state.name),
    opening: state.opening,
    text: state.text,
    isMixed: state.format.lineEnd === 'mixed',
    isReadOnly: state.readReason !== null,
    wraps,
    markLabel: words.encoding.mark,
    phrases: words.phrases,
    onChange: (changes) => {
      session.changed(changes);
      clearTimeout(telling.current);
      // Joined anew for each key, a text of megabytes would hold up the typing.
      if ((view.current?.state.doc.length ?? 0) < shortText) onText(session.text());
      else telling.current = setTimeout(() => onText(session.text()), 500);
    },
    onSpot,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another opening has another editor
  useEffect(() => {
    const port = {
      read: () => view.current?.state.doc.toString() ?? '',
      length: () => view.current?.state.doc.length ?? 0,
      write: (text: string) =>
        view.current?.dispatch({ changes: { from: 0, to: view.current.state.doc.length, insert: text } }),
      replace: (from: number, to: number, insert: string) => view.current?.dispatch({ changes: { from, to, insert } }),
      choose: (from: number, to: number) =>
        view.current?.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true }),
      focus: () => view.current?.focus(),
    };
    session.attach(port);
    // Whoever opens a text means to write, unless the focus is somewhere already.
    if (state.readReason === null && document.activeElement === document.body) port.focus();
    onText(port.read());
    search.current = () => {
      if (view.current) openSearchPanel(view.current);
    };
    return () => session.attach(null);
  }, [session, view, state.opening]);

  return <div className="text-area" ref={place} />;
}
