import { Marked } from 'marked';
import { mostElements } from './most-elements';

/** Beyond this, in characters, only the beginning is shown. */
const longest = 1_000_000;
/** Quotations, lists and emphases in each other. */
const mostNested = 100;

/** What the two marks of a list of tasks are called. */
export type TaskWords = { done: string; open: string };

const tags = /<(\/?)([a-z][a-z0-9]*)/gi;
/** What lies in each other in a text, and what a browser makes anew in all that follows until it is closed. */
const nesting = new Set('blockquote ul ol del a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * Markdown as HTML that is not cleaned yet. How long it takes has no bound: a line of 240,000 letters can keep it busy
 * for a minute. So it belongs where it can be ended.
 * @returns null for what is too large or too deeply nested to be shown
 */
export function markdownHtml(text: string, words: TaskWords): string | null {
  const marked = new Marked({ gfm: true, renderer: { checkbox: ({ checked }) => taskMark(checked, words) } });
  try {
    const html = marked.parse(text.slice(0, longest), { async: false });
    return isDrawable(html) ? html : null;
  } catch {
    // What lies in each other is read by calls in each other: some thousand of them, and the stack is full.
    return null;
  }
}

function isDrawable(html: string): boolean {
  let elements = 0;
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(tags)) {
    if (!end) elements += 1;
    if (nesting.has(name.toLowerCase())) depth = Math.max(0, depth + (end ? -1 : 1));
    if (elements > mostElements || depth > mostNested) return false;
  }
  return true;
}

/** A picture of a checkbox: a field could be typed into, and would say nothing of the text. */
function taskMark(isDone: boolean, words: TaskWords): string {
  const [state, word] = isDone ? ['done', words.done] : ['open', words.open];
  return `<span data-task="${state}" role="img" aria-label="${word}"></span>`;
}
