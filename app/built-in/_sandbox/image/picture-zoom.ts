import { zoomStep } from '@/app/built-in/_sandbox/zoom-steps';

const margin = () => (window.innerWidth <= 640 ? 16 : 48);

/** Scales a picture: at first so that all of it is seen, and no larger than it is (a drawing may grow). */
export class PictureZoom {
  #factor = 1;
  #isFitted = true;
  readonly #width: number;
  readonly #height: number;

  constructor(
    readonly picture: HTMLImageElement,
    readonly mayGrow: boolean,
    readonly onChange: (state: { zoom: number; isFitted: boolean }) => void,
  ) {
    // A drawing may have no size of its own.
    this.#width = picture.naturalWidth || 300;
    this.#height = picture.naturalHeight || 150;
    window.addEventListener('resize', () => this.#isFitted && this.change('fit'));
  }

  change(to: 'in' | 'out' | 'fit' | 'actual'): void {
    this.#isFitted = to === 'fit';
    if (to === 'fit') {
      const { innerWidth, innerHeight } = window;
      const factor = Math.min((innerWidth - margin()) / this.#width, (innerHeight - margin()) / this.#height);
      this.#factor = Math.max(this.mayGrow ? factor : Math.min(1, factor), 0.01);
    } else this.#factor = to === 'actual' ? 1 : zoomStep(this.#factor, to);
    this.picture.style.width = `${this.#width * this.#factor}px`;
    this.picture.style.height = `${this.#height * this.#factor}px`;
    this.onChange({ zoom: Math.round(this.#factor * 100), isFitted: this.#isFitted });
  }
}
