import { zoomStep } from '@/app/built-in/_sandbox/zoom-steps';

/** Space beside a page, in pixels, on both sides together. */
const margin = () => (window.innerWidth <= 640 ? 16 : 64);

/** Scales the pages of a document: to the width of the window at first, and no larger than they are. */
export class PageZoom {
  #factor = 1;
  #isFitted = true;

  constructor(
    readonly place: HTMLElement,
    readonly onChange: (state: { zoom: number; isFitted: boolean }) => void,
  ) {
    window.addEventListener('resize', () => this.#isFitted && this.fit());
  }

  fit(): void {
    this.#set(Math.min(1, (document.documentElement.clientWidth - margin()) / this.#widest()), true);
  }

  change(to: 'in' | 'out' | 'fit' | 'actual'): void {
    if (to === 'fit') this.fit();
    else this.#set(to === 'actual' ? 1 : zoomStep(this.#factor, to), false);
  }

  #set(factor: number, isFitted: boolean): void {
    const { scrollHeight, scrollTop } = document.documentElement;
    const share = scrollTop / scrollHeight;
    this.#factor = factor;
    this.#isFitted = isFitted;
    this.place.style.setProperty('zoom', String(factor));
    document.documentElement.scrollTop = share * document.documentElement.scrollHeight;
    this.onChange({ zoom: Math.round(factor * 100), isFitted });
  }

  /** As wide as the widest page is when it is not scaled. */
  #widest(): number {
    this.place.style.setProperty('zoom', '1');
    const widths = [...this.place.querySelectorAll<HTMLElement>('section.docx')].map((page) => page.offsetWidth);
    return Math.max(1, ...widths);
  }
}
