import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  defaultHighlightStyle,
  HighlightStyle,
  indentOnInput,
  LanguageDescription,
  type LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { markedByte } from '@/app/built-in/_encoding/mark';
import { isText } from '@/lib/shared/built-in-types';
import { splitName } from '@/lib/shared/split-name';

/** The colours of code come from the tokens of the portal, so that they follow the theme. */
const highlighting = HighlightStyle.define([
  { tag: [tags.heading, tags.strong], fontWeight: '640' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.tagName], color: 'var(--doc)' },
  { tag: [tags.string, tags.special(tags.string), tags.attributeValue], color: 'var(--sheetfile)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'color-mix(in oklab, var(--slides) 65%, var(--ink))' },
  { tag: [tags.propertyName, tags.attributeName, tags.definition(tags.variableName)], color: 'var(--image)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction, tags.quote], color: 'var(--ink-3)' },
  { tag: tags.monospace, color: 'var(--image)' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);

/** Everything of the editor that does not change while it is open. */
export function editorExtensions(input: {
  label: string;
  isMixed: boolean;
  /** says what the mark of a byte is */
  markLabel: (byte: string) => string;
  phrases: Readonly<Record<string, string>>;
  isProse: boolean;
}): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars({
      // A carriage return that stays in the text, where line ends are mixed, is no more odd than the other ends.
      ...(input.isMixed ? { specialChars: withoutReturn } : {}),
      addSpecialChars: halves,
      render: (code, name, sign) => {
        if (code < 0xd800 || code > 0xdfff) return specialElement('cm-specialChar', sign, name ?? sign);
        const byte = markedByte(String.fromCharCode(code)) ?? code;
        const mark = byte.toString(16).toUpperCase().padStart(2, '0');
        return specialElement('text-mark', mark, input.markLabel(mark));
      },
    }),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    syntaxHighlighting(highlighting),
    syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
    EditorState.phrases.of({ ...input.phrases }),
    EditorState.allowMultipleSelections.of(true),
    // Only line feeds end a line: what is uniform was made so when it was read, and what is mixed stays as it is.
    EditorState.lineSeparator.of('\n'),
    EditorView.contentAttributes.of({
      'aria-label': input.label,
      spellcheck: input.isProse ? 'true' : 'false',
      // What can only be read is no stop of the Tab key by itself, and must be scrolled with the keyboard too.
      tabindex: '0',
    }),
    // Tab leaves the text where Escape was pressed before (CodeMirror), so that the keyboard is never caught.
    keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
  ];
}

/** Halves of pairs that stand alone: the marks of bytes that mean nothing. */
const halves = /[\ud800-\udfff]/u;

function specialElement(look: string, text: string, label: string): HTMLElement {
  const element = document.createElement('span');
  element.className = look;
  element.textContent = text;
  element.title = label;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  return element;
}

/** CodeMirror's own list of characters to point out, less the carriage return. */
const withoutReturn =
  /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202d\u202e\u2066\u2067\u2069\ufeff\ufff9-\ufffc]/gu;

/** Whether a name is that of prose, which is spell-checked, counted in words and wrapped. */
export function isProse(name: string): boolean {
  const extension = splitName(name).extension.toLowerCase();
  return ['', '.txt', '.md', '.markdown', '.rst', '.adoc', '.org', '.textile', '.tex'].includes(extension);
}

export function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

/** The language of a name, loaded when it is needed; null for plain text. */
export async function languageOf(name: string): Promise<LanguageSupport | null> {
  if (isMarkdown(name)) {
    // It brings HTML, CSS and JavaScript along.
    const { markdown, markdownLanguage } = await import('@codemirror/lang-markdown');
    return markdown({ base: markdownLanguage, codeLanguages: languages });
  }
  if (!isText(name)) return null;
  const found = LanguageDescription.matchFilename(languages, name);
  return found ? found.load().catch(() => null) : null;
}
