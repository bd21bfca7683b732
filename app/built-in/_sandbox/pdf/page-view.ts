import { type PDFDocumentProxy, type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageLinks } from './page-links';

/** A canvas may have so many pixels; phones refuse larger ones. */
const maxPixels = 16_000_000;

export type PageWords = { page: string; pageFailed: string };

/** One page: empty until it is near, then drawn, with its text over it for selecting and finding. */
export class PageView {
  readonly element = document.createElement('section');
  /** the scale that it is drawn at now; 0 = it is empty */
  #drawnAt = 0;
  #page: PDFPageProxy | null = null;
  #task: RenderTask | null = null;
  #hasText = false;

  constructor(
    readonly pdf: PDFDocumentProxy,
    readonly number: number,
    readonly input: { words: PageWords; goTo: (number: number) => void },
    size: { width: number; height: number },
  ) {
    this.element.className = 'page';
    this.element.setAttribute('aria-label', input.words.page.replace('{n}', String(number)));
    this.#setSize(size);
  }

  get isDrawn(): boolean {
    return this.#drawnAt !== 0;
  }

  /** Draws it, if it is not drawn at this scale (1 = 72 dots an inch). A page that is broken says so and stays. */
  async draw(scale: number): Promise<void> {
    if (this.#drawnAt === scale) return;
    this.#drawnAt = scale;
    try {
      const page = await this.#load();
      await this.#drawCanvas(page, scale);
      await this.addText();
    } catch (error) {
      // Scrolled away meanwhile.
      if (error instanceof Error && error.name === 'RenderingCancelledException') return;
      this.#fail();
    }
  }

  /** Puts the page's text and links over it, once; they are found also while it is not drawn. */
  async addText(): Promise<void> {
    if (this.#hasText) return;
    this.#hasText = true;
    const page = await this.#load();
    const viewport = page.getViewport({ scale: 1 });
    const container = document.createElement('div');
    container.className = 'textLayer';
    const text = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
    await text.render();
    const links = await pageLinks(this.pdf, page, viewport, this.input.goTo);
    this.element.append(container, ...links);
  }

  async #load(): Promise<PDFPageProxy> {
    if (this.#page) return this.#page;
    const page = await this.pdf.getPage(this.number);
    this.#page = page;
    this.#setSize(page.getViewport({ scale: 1 }));
    return page;
  }

  async #drawCanvas(page: PDFPageProxy, scale: number): Promise<void> {
    const shown = page.getViewport({ scale });
    const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(maxPixels / (shown.width * shown.height)));
    const viewport = page.getViewport({ scale: scale * sharp });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    canvas.setAttribute('aria-hidden', 'true');
    this.#task?.cancel();
    this.#task = page.render({ canvas, viewport });
    await this.#task.promise;
    this.#task = null;
    // The old one stays, stretched, until the new one is there.
    this.#dropCanvas();
    this.element.prepend(canvas);
  }

  /** Gives the memory of the drawing back; its text stays, so that it can be found. */
  drop(): void {
    this.#task?.cancel();
    this.#task = null;
    this.#drawnAt = 0;
    this.#dropCanvas();
    this.#page?.cleanup();
  }

  #dropCanvas(): void {
    const old = this.element.querySelector('canvas');
    if (!old) return;
    // Safari frees it only so.
    old.width = 0;
    old.height = 0;
    old.remove();
  }

  #setSize({ width, height }: { width: number; height: number }): void {
    this.element.style.setProperty('--width', String(width));
    this.element.style.setProperty('--height', String(height));
  }

  #fail(): void {
    const text = document.createElement('p');
    text.className = 'page-failed';
    text.textContent = this.input.words.pageFailed;
    this.element.replaceChildren(text);
  }
}
