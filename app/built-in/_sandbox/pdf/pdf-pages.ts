import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ViewState } from '@/app/built-in/_sandbox/messages';
import { zoomStep } from '@/app/built-in/_sandbox/zoom-steps';
import { PageView, type PageWords } from './page-view';

/** Dots of a document, 72 an inch, in pixels of the web, 96 an inch. */
const actualScale = 96 / 72;
/** Drawings that are kept; each takes some megabytes. */
const maxDrawn = 8;
/** So many pages have their text at hand for the browser's own search; more would fill the memory. */
const maxSearched = 500;
const margin = () => (window.innerWidth <= 640 ? 16 : 64);

/** The pages of a PDF below each other; only those near what is seen are drawn. */
export class PdfPages {
  readonly #pages: PageView[] = [];
  readonly #near = new Set<PageView>();
  #factor = 1;
  #isFitted = true;
  #page = 1;
  #isDrawing = false;

  constructor(
    readonly place: HTMLElement,
    readonly onChange: (state: ViewState) => void,
  ) {}

  /** @throws when the first page cannot be read */
  async show(pdf: PDFDocumentProxy, words: PageWords): Promise<void> {
    const size = (await pdf.getPage(1)).getViewport({ scale: 1 });
    const goTo = (number: number) => this.goTo(number);
    for (let number = 1; number <= pdf.numPages; number++) {
      this.#pages.push(new PageView(pdf, number, { words, goTo }, size));
    }
    this.place.replaceChildren(...this.#pages.map(({ element }) => element));
    this.change('fit');
    const byElement = new Map<Element, PageView>(this.#pages.map((page) => [page.element, page]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const page = byElement.get(target);
          if (page) this.#near[isIntersecting ? 'add' : 'delete'](page);
        }
        this.#draw();
      },
      { rootMargin: '100% 0px' },
    );
    for (const { element } of this.#pages) observer.observe(element);
    window.addEventListener('scroll', () => this.#noteScroll(), { passive: true });
    window.addEventListener('resize', () => this.#isFitted && this.change('fit'));
    await this.#pages[0]?.draw(this.#scale());
    this.#addTexts();
  }

  /** The browser finds only what is in the page: the text of every page comes in while nothing else is to be done. */
  async #addTexts(): Promise<void> {
    for (const page of this.#pages.slice(0, maxSearched)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      // A page that is broken says so when it is drawn.
      await page.addText().catch(() => undefined);
    }
  }

  goTo(number: number): void {
    const page = this.#pages[Math.min(Math.max(number, 1), this.#pages.length) - 1];
    page?.element.scrollIntoView({ block: 'start' });
    this.#noteScroll();
  }

  change(to: 'in' | 'out' | 'fit' | 'actual'): void {
    this.#isFitted = to === 'fit';
    if (to === 'fit') {
      const width = Number(this.#pages[this.#page - 1]?.element.style.getPropertyValue('--width')) || 1;
      const most = (document.documentElement.clientWidth - margin()) / (width * actualScale);
      // Wide windows show pages at a size at which they are read.
      this.#factor = Math.max(0.1, Math.min(most, 1.25));
    } else this.#factor = to === 'actual' ? 1 : zoomStep(this.#factor, to);
    this.#keepPlace(() => this.place.style.setProperty('--total-scale-factor', String(this.#scale())));
    this.#tell();
    this.#draw();
  }

  #scale(): number {
    return this.#factor * actualScale;
  }

  /** The spot of the page at the top stays there while sizes change. */
  #keepPlace(resize: () => void): void {
    const element = this.#pages[this.#page - 1]?.element;
    const before = element?.getBoundingClientRect();
    resize();
    if (!element || !before || before.height === 0) return;
    const after = element.getBoundingClientRect();
    window.scrollBy(0, after.top - before.top * (after.height / before.height));
  }

  #noteScroll(): void {
    const middle = window.innerHeight / 2;
    const index = this.#pages.findIndex(({ element }) => element.getBoundingClientRect().bottom > middle);
    const now = index === -1 ? this.#pages.length : index + 1;
    if (now === this.#page) return;
    this.#page = now;
    this.#tell();
    this.#draw();
  }

  #tell(): void {
    this.onChange({
      zoom: Math.round(this.#factor * 100),
      isFitted: this.#isFitted,
      page: this.#page,
      pages: this.#pages.length,
    });
  }

  /** One after the other, what is seen first; drawings far away are given up. */
  async #draw(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    const done = new Map<PageView, number>();
    for (;;) {
      const distance = (page: PageView) => Math.abs(page.number - this.#page);
      const scale = this.#scale();
      const next = [...this.#near]
        .filter((page) => done.get(page) !== scale)
        .sort((a, b) => distance(a) - distance(b))[0];
      if (!next) break;
      done.set(next, scale);
      await next.draw(scale);
      const drawn = this.#pages.filter(({ isDrawn }) => isDrawn).sort((a, b) => distance(b) - distance(a));
      for (const page of drawn.slice(0, Math.max(0, drawn.length - maxDrawn))) {
        if (this.#near.has(page)) continue;
        page.drop();
        done.delete(page);
      }
    }
    this.#isDrawing = false;
  }
}
