import createPurifier from 'dompurify';
import { Marked } from 'marked';

/** Beyond this only the beginning is shown: a preview is to keep up with typing. */
const longest = 1_000_000;

const purifier = createPurifier(window);

/** What the two marks of a list of tasks are called. */
export type TaskWords = { done: string; open: string };

purifier.addHook('afterSanitizeAttributes', (element) => {
  const href = element.getAttribute('href');
  // Where a relative link leads nobody here can know.
  if (href !== null && !/^(https?:|mailto:|#)/i.test(href)) element.removeAttribute('href');
  if (element.nodeName !== 'IMG' || /^data:image\//i.test(element.getAttribute('src') ?? '')) return;
  const instead = element.ownerDocument.createElement('span');
  instead.className = 'left-out';
  instead.textContent = `[${element.getAttribute('alt') || '…'}]`;
  element.replaceWith(instead);
});

/**
 * Markdown as HTML that holds nothing but text and its form: no script, style, form, field, frame, or picture from
 * outside, whatever HTML the text has in it.
 */
export function renderMarkdown(text: string, into: Document, words: TaskWords): Node {
  const marked = new Marked({ gfm: true, renderer: { checkbox: ({ checked }) => taskMark(checked, words) } });
  const html = marked.parse(text.slice(0, longest), { async: false });
  const clean = purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: 'style form input button textarea select video audio source picture dialog'.split(' '),
    FORBID_ATTR: ['style', 'class', 'srcset', 'background', 'ping', 'target', 'name', 'action', 'formaction'],
  });
  const paper = into.createElement('div');
  paper.append(into.importNode(clean, true));
  return paper;
}

/** A picture of a checkbox: a field could be typed into, and would say nothing of the text. */
function taskMark(isDone: boolean, words: TaskWords): string {
  const [state, word] = isDone ? ['done', words.done] : ['open', words.open];
  return `<span data-task="${state}" role="img" aria-label="${word}"></span>`;
}
