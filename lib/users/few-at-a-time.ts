/** Lets a few run at once and a bounded number wait; who comes when the queue is full is turned away. */
export class FewAtATime {
  readonly #places: number;
  readonly #queue: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: { places: number; queue: number }) {
    this.#places = limits.places;
    this.#queue = limits.queue;
  }

  /**
   * Runs `work` when there is a place.
   * @throws what `turnedAway` makes when the queue is full, or what `work` throws
   */
  async run<T>(work: () => Promise<T>, turnedAway: () => Error): Promise<T> {
    if (this.#running < this.#places) {
      this.#running += 1;
    } else {
      if (this.#waiting.length >= this.#queue) throw turnedAway();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      // The place goes to the next in line; only an empty line frees it.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
