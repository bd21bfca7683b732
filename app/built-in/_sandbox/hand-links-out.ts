import type { SandboxPort } from './open-port';

/**
 * Every click on a link goes to the preview's page, which opens what leads to the web or to a mail; the sandbox itself
 * never goes anywhere. A link within the document scrolls.
 */
export function handLinksOut(port: SandboxPort): void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) document.getElementById(decoded(href.slice(1)))?.scrollIntoView();
    else if (href !== '') port.tell({ kind: 'link', href });
  };
  window.addEventListener('click', follow, true);
  window.addEventListener('auxclick', follow, true);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
