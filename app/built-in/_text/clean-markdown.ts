import createPurifier from 'dompurify';
import { mostElements } from './most-elements';

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

/** So many elements are made at most between two looks at how many there are. */
const madeAtOnce = 300_000;
/** What a browser makes anew in whatever follows, until it is closed. */
const reopened = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * The HTML of a Markdown text as what may be drawn: it holds nothing but text and its form, no script, style, form,
 * field, frame, or picture from outside, whatever HTML the text has in it.
 * @returns null where it makes too much to be drawn
 */
export function cleanMarkdown(html: string, into: Document): Node | null {
  const read = readHtml(html);
  if (!read) return null;
  const clean = purifier.sanitize(read, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: 'style form input button textarea select video audio source picture dialog'.split(' '),
    FORBID_ATTR: ['style', 'class', 'srcset', 'background', 'ping', 'target', 'name', 'action', 'formaction'],
  });
  const paper = into.createElement('div');
  paper.append(into.importNode(clean, true));
  return paper;
}

/**
 * Reads it in portions in a document that shows nothing, runs nothing and fetches nothing: elements that a text never
 * closes are made anew in each paragraph behind them, so that some kilobytes can make millions.
 */
function readHtml(html: string): HTMLElement | null {
  const paper = document.implementation.createHTMLDocument('');
  paper.open();
  paper.write('<!doctype html><body>');
  for (const part of partsOf(html)) {
    paper.write(part);
    if (paper.getElementsByTagName('*').length > mostElements) return null;
  }
  paper.close();
  return paper.body;
}

/** Each tag may make itself and all before it anew that was not closed. */
function* partsOf(html: string): Generator<string> {
  let from = 0;
  let made = 0;
  let open = 0;
  for (const { index, 1: name = '' } of html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)) {
    made += 1 + open;
    if (made > madeAtOnce) {
      yield html.slice(from, index);
      [from, made] = [index, 1 + open];
    }
    if (reopened.has(name.toLowerCase()) && html[index + 1] !== '/') open += 1;
  }
  yield html.slice(from);
}
