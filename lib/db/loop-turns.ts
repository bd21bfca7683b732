/**
 * Gives the event loop its turns between pieces of synchronous work. A driver that does not wait hands over in
 * microtasks, and those run before anything else: without this a thousand statements in a row are one piece, in
 * which no request is read and no timer runs.
 */
export class LoopTurns {
  readonly #mostMs: number;
  /** when work began in this turn of the loop; null as long as there was none */
  #since: number | null = null;

  /** @param mostMs how long work may go on in one turn, in milliseconds */
  constructor(mostMs: number) {
    this.#mostMs = mostMs;
  }

  /** Called before each piece of work: lets the loop come round first when the time of this turn is used up. */
  async give(): Promise<void> {
    if (this.#since !== null && performance.now() - this.#since >= this.#mostMs) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#since !== null) return;
    this.#since = performance.now();
    setImmediate(() => {
      this.#since = null;
    });
  }
}
