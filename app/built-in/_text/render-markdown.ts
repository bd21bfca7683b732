import createPurifier from 'dompurify';
import { marked } from 'marked';

/** Beyond this only the beginning is shown: a preview is to keep up with typing. */
const longest = 1_000_000;

const purifier = createPurifier(window);

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
 * Markdown as HTML that holds nothing but text and its form: no script, style, form, frame, or picture from outside,
 * whatever HTML the text has in it.
 */
export function renderMarkdown(text: string, into: Document): Node {
  const html = marked.parse(text.slice(0, longest), { async: false, gfm: true });
  const clean = purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'button', 'textarea', 'select', 'video', 'audio', 'source', 'picture', 'dialog'],
    FORBID_ATTR: ['style', 'class', 'srcset', 'background', 'ping', 'target', 'name', 'action', 'formaction'],
  });
  // A checkbox of a list of tasks is a picture of one.
  for (const box of clean.querySelectorAll('input')) box.setAttribute('disabled', '');
  const paper = into.createElement('div');
  paper.append(into.importNode(clean, true));
  return paper;
}
