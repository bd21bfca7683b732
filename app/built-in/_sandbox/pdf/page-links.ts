import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What of a link annotation is used. pdf.js gives `url` only for http, https, ftp, mailto and tel. */
type LinkAnnotation = { subtype: string; rect: number[]; url?: string; dest?: string | unknown[] | null };

/**
 * The links of a page as elements over it. Those to other places are followed by the page around; those within the
 * document go to a page. Nothing else that an annotation may do (scripts, files, forms) is offered.
 */
export async function pageLinks(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  viewport: PageViewport,
  goTo: (number: number) => void,
): Promise<HTMLAnchorElement[]> {
  const annotations: LinkAnnotation[] = await page.getAnnotations({ intent: 'display' });
  const links: HTMLAnchorElement[] = [];
  for (const { subtype, rect, url, dest } of annotations) {
    if (subtype !== 'Link' || !(url || dest)) continue;
    const link = document.createElement('a');
    place(link, rect, viewport);
    link.href = url ?? '#';
    link.setAttribute('aria-label', url ?? '…');
    if (url) link.title = url;
    else {
      link.addEventListener('click', async () => {
        const index = await pageOf(pdf, dest);
        if (index !== null) goTo(index + 1);
      });
    }
    links.push(link);
  }
  return links;
}

/** In parts of the page, so that it stays right at every size. */
function place(link: HTMLElement, rect: number[], viewport: PageViewport): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle(rect);
  const percent = (value: number, of: number) => `${(100 * value) / of}%`;
  link.style.left = percent(Math.min(x1, x2), viewport.width);
  link.style.top = percent(Math.min(y1, y2), viewport.height);
  link.style.width = percent(Math.abs(x2 - x1), viewport.width);
  link.style.height = percent(Math.abs(y2 - y1), viewport.height);
}

async function pageOf(pdf: PDFDocumentProxy, dest: LinkAnnotation['dest']): Promise<number | null> {
  try {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const first: unknown = target?.[0];
    if (typeof first === 'number') return first;
    if (typeof first !== 'object' || first === null || !('num' in first) || !('gen' in first)) return null;
    return await pdf.getPageIndex({ num: Number(first.num), gen: Number(first.gen) });
  } catch {
    return null;
  }
}
