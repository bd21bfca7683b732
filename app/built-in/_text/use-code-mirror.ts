import { type ChangeSet, Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { editorExtensions, isProse, languageOf } from './editor-extensions';

/** Where the cursor is and what is chosen, for the line below the text. */
export type Spot = { line: number; column: number; chosen: string };

type Input = {
  place: RefObject<HTMLElement | null>;
  name: string;
  label: string;
  /** another number makes another editor */
  opening: number;
  text: string;
  isMixed: boolean;
  isReadOnly: boolean;
  wraps: boolean;
  markLabel: (byte: string) => string;
  phrases: Readonly<Record<string, string>>;
  onChange: (changes: ChangeSet) => void;
  onSpot: (spot: Spot) => void;
};

const writes = { readOnly: new Compartment(), wrapping: new Compartment(), language: new Compartment() };

/** CodeMirror in an element of the page. */
export function useCodeMirror(input: Input): RefObject<EditorView | null> {
  const { place, name, label, opening, text, isMixed, isReadOnly, wraps, markLabel, phrases } = input;
  const view = useRef<EditorView | null>(null);
  const handlers = useRef(input);
  const start = useRef({ text, isReadOnly, wraps, label, markLabel, phrases, isMixed });
  start.current = { text, isReadOnly, wraps, label, markLabel, phrases, isMixed };
  useEffect(() => {
    handlers.current = input;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of an opening is read when it begins, and once
  useEffect(() => {
    if (!place.current) return;
    const first = start.current;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.text,
        extensions: [
          editorExtensions({ ...first, isProse: isProse(handlers.current.name) }),
          writes.readOnly.of(readOnly(first.isReadOnly)),
          writes.wrapping.of(first.wraps ? EditorView.lineWrapping : []),
          writes.language.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) handlers.current.onChange(update.changes);
            if (update.docChanged || update.selectionSet) handlers.current.onSpot(spotOf(update.state));
          }),
        ],
      }),
    });
    view.current = made;
    handlers.current.onSpot(spotOf(made.state));
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [place, opening]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another opening has another editor
  useEffect(() => {
    view.current?.dispatch({
      effects: [
        writes.readOnly.reconfigure(readOnly(isReadOnly)),
        writes.wrapping.reconfigure(wraps ? EditorView.lineWrapping : []),
      ],
    });
  }, [isReadOnly, wraps, opening]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another opening has another editor
  useEffect(() => {
    let isCurrent = true;
    languageOf(name).then((language) => {
      if (isCurrent) view.current?.dispatch({ effects: writes.language.reconfigure(language ?? []) });
    });
    return () => {
      isCurrent = false;
    };
  }, [name, opening]);

  return view;
}

function readOnly(isReadOnly: boolean) {
  return [EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly)];
}

function spotOf(state: EditorState): Spot {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  return {
    line: line.number,
    column: main.head - line.from + 1,
    chosen: main.empty ? '' : state.sliceDoc(main.from, main.to),
  };
}
