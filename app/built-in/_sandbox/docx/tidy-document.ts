/**
 * Takes out of a drawn document what leads anywhere but to the web, to a mail or within the document, and gives what
 * is left names for those who do not see it. The page's policy holds without this too.
 */
export function tidyDocument(drawn: ParentNode, words: { comment: string }): void {
  for (const element of drawn.querySelectorAll('script, iframe, object, embed, link, meta, base, form'))
    element.remove();
  for (const link of drawn.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (/^(https?:|mailto:|#.)/i.test(href)) {
      if (!href.startsWith('#')) link.title = href;
    } else link.removeAttribute('href');
  }
  for (const image of drawn.querySelectorAll('img')) {
    if (!image.hasAttribute('alt')) image.alt = '';
    // What is not in the document itself is not asked for.
    if (!/^(blob|data):/.test(image.getAttribute('src') ?? '')) image.removeAttribute('src');
  }
  for (const mark of drawn.querySelectorAll<HTMLElement>('.docx-comment-ref')) {
    mark.tabIndex = 0;
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', words.comment);
  }
}
